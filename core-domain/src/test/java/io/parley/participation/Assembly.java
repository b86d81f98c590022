package io.parley.participation;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.Requester;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Snapshot;
import io.parley.conference.Tally;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.focus.AuthMethod;
import io.parley.focus.DialogId;
import io.parley.focus.FocusInstance;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
import io.parley.identity.ContactUri;
import io.parley.identity.FreshIdentifiers;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.privacy.Sights;
import io.parley.user.JoinHandling;
import io.parley.user.RegisteredUser;
import io.parley.user.UserRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One conference of alice's with a chat and an audio-video MCU, to which things happen one after the other. Somebody called {@code bob} is
 * {@code sip:bob@example.com}.
 */
public final class Assembly {

    public static final Instant NOON = Instant.parse("2030-01-07T12:00:00Z");

    private static final FocusSettings SETTINGS = FocusSettings.in("example.com");

    private final Map<McuType, Long> incarnations = new HashMap<>();
    private Conference conference;
    private int fresh;

    public Assembly() {
        Element document = Schema.CONFERENCE_INFO
                .empty()
                .withAttribute(Attributes.ENTITY, "xcon:main@example.com")
                .with(Schema.CONFERENCE_DESCRIPTION.empty().with(Info.SUBJECT, "The week"))
                .with(Schema.USERS.empty().with(Xcon.JOIN_HANDLING, JoinHandling.AUTHENTICATE));
        conference = Conference.founded(Kind.RESERVATION, document).withOwner(id("alice"));
    }

    public static SipUri sip(String name) {
        return SipUri.of("sip:" + name + "@example.com");
    }

    public static XconUserId id(String name) {
        return XconUserId.of(name, "example.com");
    }

    public static RegisteredUser user(String name) {
        return new RegisteredUser(
                id(name),
                Character.toUpperCase(name.charAt(0)) + name.substring(1),
                Set.of(ContactUri.of(sip(name).toString())),
                false);
    }

    public static Requester requester(String name) {
        return new Requester(user(name), true);
    }

    /** A system in which there is nothing but {@code conference}. */
    public static Snapshot alone(Conference conference) {
        return new Snapshot() {
            @Override
            public Optional<Conference> find(XconUri id) {
                return Optional.of(conference).filter(known -> known.id().equals(id));
            }

            @Override
            public List<Conference> childrenOf(XconUri parent) {
                return List.of();
            }

            @Override
            public List<Conference> all() {
                return List.of(conference);
            }

            @Override
            public boolean reaches(Tally tally, int limit) {
                return false;
            }
        };
    }

    public static Sights sights() {
        return new Sights(AccessPolicy.standard(), new UserRegistry() {
            @Override
            public Optional<RegisteredUser> registered(XconUserId id) {
                return Optional.of(user(id.name()));
            }

            @Override
            public Optional<RegisteredUser> owner(ContactUri contact) {
                return SipUri.parse(contact.toString())
                        .filter(uri -> uri.isOf("example.com"))
                        .flatMap(SipUri::user)
                        .map(Assembly::user);
            }
        });
    }

    public Conference conference() {
        return conference;
    }

    public FocusInstance instance() {
        return conference.focus().orElseThrow().instance().orElseThrow();
    }

    public Provisioning provisioning() {
        return conference.focus().orElseThrow().provisioning();
    }

    public SipUri uriOf(McuType type) {
        return provisioning().mcuUri(type);
    }

    /** This is what the conference is from now on. */
    public Assembly become(Conference next) {
        conference = next.withPseudonyms(new FreshIdentifiers() {
            @Override
            public String token() {
                return "p" + ++fresh;
            }

            @Override
            public int number() {
                return ++fresh;
            }
        });
        return this;
    }

    /** Provisioned otherwise. */
    public Assembly provision(Provisioning other) {
        return become(conference.withFocus(
                conference.focus().map(focus -> focus.with(other)).orElseThrow()));
    }

    public Assembly join(String name) {
        return join(name, "{" + name + "}");
    }

    public Assembly join(String name, String device) {
        return join(name, device, Optional.empty());
    }

    public Assembly join(String name, String device, Optional<Element> asked) {
        JoinRequest request = new JoinRequest(
                new Caller(sip(name), user(name), AuthMethod.ENTERPRISE, true, false),
                dialog(name, device),
                "sip:" + name + "@10.0.0.1;gruu;opaque=" + device.replaceAll("[{}]", ""),
                Optional.of(device),
                Optional.empty(),
                asked,
                true);
        Joining.Answer answer = Joining.decide(
                conference,
                new Foci(SETTINGS).of(conference, id -> Optional.of(user(id.name())), NOON),
                request,
                SETTINGS,
                NOON);
        return answer instanceof Joining.Joined joined ? become(joined.conference()) : this;
    }

    private static DialogId dialog(String name, String device) {
        return new DialogId("call-" + name + device, "focus", "client");
    }

    public Assembly leave(String name, String device) {
        Leaving.device(conference, dialog(name, device))
                .map(next -> Parting.departed(NOON).noted(conference, next))
                .ifPresent(this::become);
        return this;
    }

    public Assembly eject(String name) {
        Leaving.user(conference, id(name))
                .map(next -> Parting.booted(Optional.of(id("alice")), NOON).noted(conference, next))
                .ifPresent(this::become);
        return this;
    }

    public Assembly role(String name, boolean presenter) {
        Roles.change(conference, id(name), presenter).ifPresent(this::become);
        return this;
    }

    public Assembly lock(boolean locked) {
        return become(Locking.set(conference, locked, Optional.empty()));
    }

    public Assembly admit(String name, boolean granted) {
        return become(Lobby.decide(conference, id(name), granted, SETTINGS).conference());
    }

    /** His wish not to be known: {@code private}, {@code hidden}, or nothing. */
    public Assembly wish(String name, String anonymity) {
        return conference.user(id(name)).isEmpty()
                ? this
                : become(conference.next(Records.with(
                        conference.document(),
                        id(name),
                        record -> anonymity.isEmpty()
                                ? record.without(Xcon.PROVIDE_ANONYMITY)
                                : record.with(Xcon.PROVIDE_ANONYMITY, anonymity))));
    }

    /** What becomes of a report, with which this goes on if it counts. */
    public McuReporting.Answer report(McuType type, Element document) {
        Map<String, RegisteredUser> identities = new HashMap<>();
        for (SipUri named : McuReporting.named(document)) {
            identities.put(Provisioning.key(named), user(named.user().orElseThrow()));
        }
        McuReporting.Answer answer =
                McuReporting.report(conference, type, incarnation(type), document, identities, NOON);
        if (answer instanceof McuReporting.Answer.Reported reported) {
            become(reported.conference());
        } else if (answer instanceof McuReporting.Answer.Lost lost) {
            become(lost.conference());
        }
        return answer;
    }

    public Assembly kill(McuType type) {
        McuReporting.failed(conference, type, incarnation(type)).ifPresent(this::become);
        return this;
    }

    public Assembly restart(McuType type) {
        McuReporting.restarted(conference, type, incarnation(type) + 1).ifPresent(next -> {
            incarnations.put(type, incarnation(type) + 1);
            become(next);
        });
        return this;
    }

    private long incarnation(McuType type) {
        return incarnations.computeIfAbsent(
                type, any -> instance().mcus().get(type).orElseThrow().incarnation());
    }
}
