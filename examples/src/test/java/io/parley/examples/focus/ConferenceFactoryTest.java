package io.parley.examples.focus;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.Action;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.engine.Parley;
import io.parley.focus.ConferenceUri;
import io.parley.focus.DialogId;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.inmemory.RecordingSignalling.End;
import io.parley.inmemory.ScriptedInMemory;
import io.parley.participation.ConferenceFactory;
import io.parley.participation.FocusSettings;
import io.parley.participation.Joining;
import io.parley.ports.in.FocusService.Departure;
import io.parley.ports.in.FocusService.Device;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.spec.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Whoever calls the conference factory is in a new conference (RFC 4579 sections 3.2, 5.4 and 5.12, RFC 5239 sections 6.1 and 7.2). */
class ConferenceFactoryTest {

    private static final Signaller ALICE = new Signaller(SipUri.of("sip:alice@example.com"), true, false);
    private static final Signaller BOB = new Signaller(SipUri.of("sip:bob@example.com"), true, false);
    private static final SipUri FACTORY = SipUri.of("sip:conference-factory@example.com");
    private static final XconUri FILMS = XconUri.of("films", "example.com");

    private final ScriptedInMemory memory = ScriptedInMemory.open("example.com");
    private int devices;

    private Parley system(UnaryOperator<Parley.Builder> changes) {
        return changes.apply(Parley.builder("example.com", memory).blueprint(films()))
                .build();
    }

    private static Element films() {
        Element media =
                Schema.CONFERENCE_DESCRIPTION.child(Info.AVAILABLE_MEDIA).empty();
        for (String type : new String[] {"audio", "video"}) {
            media = media.with(media.type()
                    .child(Info.ENTRY)
                    .empty()
                    .withAttribute(Attributes.LABEL, type)
                    .with(Info.TYPE, type));
        }
        return Schema.CONFERENCE_INFO
                .empty()
                .withAttribute(Attributes.ENTITY, FILMS.toString())
                .with(Schema.CONFERENCE_DESCRIPTION.empty().with(media))
                .with(Schema.USERS.empty().with(Xcon.JOIN_HANDLING, "allow"));
    }

    private Device device(Optional<DialogId> replaces) {
        devices++;
        return new Device(
                new DialogId("call" + devices, "ours" + devices, "theirs" + devices),
                "sip:device" + devices + "@10.0.0.1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                replaces);
    }

    private Device device() {
        return device(Optional.empty());
    }

    private static Joining.Joined made(Parley parley, Signaller who, Device device, String... media) {
        Joining.Answer answer = parley.focus().create(who, device, Set.of(media));
        assertThat(answer).isInstanceOf(Joining.Joined.class);
        return (Joining.Joined) answer;
    }

    private static SipUri uri(Joining.Joined made) {
        return made.conference().focus().orElseThrow().provisioning().uri();
    }

    private static List<XconUri> conferences(Parley parley) {
        return parley.conferences().all().stream()
                .filter(object -> object.kind() != Kind.BLUEPRINT)
                .map(Conference::id)
                .toList();
    }

    @Test
    @Requirement("XF-7.2-02")
    void whatTheFactoryMakesIsAConferenceOfCcmp() {
        Parley parley = system(UnaryOperator.identity());
        Joining.Joined made = made(parley, ALICE, device(), "audio");

        assertThat(made.presenter()).isTrue();
        assertThat(made.onHold()).isFalse();
        assertThat(made.conference().version().value()).isEqualTo(1);
        assertThat(made.conference().info().isActive()).isTrue();
        assertThat(uri(made))
                .isEqualTo(ConferenceUri.of(made.conference().id()))
                .isNotEqualTo(FACTORY);
        CcmpResponse list = parley.ccmp().handle(CcmpRequest.of(Message.CONFS, "xcon-userid:alice@example.com"));
        assertThat(list.body().toString()).contains(made.conference().id().toString());
        CcmpResponse retrieved = parley.ccmp()
                .handle(CcmpRequest.of(Message.CONF, "xcon-userid:alice@example.com")
                        .operation(Operation.RETRIEVE)
                        .on(made.conference().id().toString()));
        assertThat(retrieved.code()).isEqualTo(ResponseCode.SUCCESS);
        assertThat(parley.focus().join(BOB, uri(made), device())).isInstanceOf(Joining.Joined.class);
    }

    @Test
    @Requirement("XF-6.1-03")
    void everyCallMakesAConferenceOfItsOwn() {
        Parley parley = system(UnaryOperator.identity());
        Set<SipUri> made = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            made.add(uri(made(parley, ALICE, device(), "audio")));
        }
        assertThat(made).hasSize(1000);
    }

    @Test
    @Requirement("XF-7.2-01")
    void theBlueprintIsOneThatHasTheMediaAndIsForTheCaller() {
        AccessPolicy noFilms = access -> access.action() == Action.SEE_BLUEPRINT
                        && access.conference()
                                .map(Conference::id)
                                .filter(FILMS::equals)
                                .isPresent()
                        && access.requester().id().name().equals("bob")
                ? Optional.of("no films for bob")
                : AccessPolicy.standard().refusal(access);
        Parley parley = system(builder -> builder.policy(noFilms));

        assertThat(types(made(parley, ALICE, device(), "audio"))).containsExactly("audio");
        assertThat(types(made(parley, ALICE, device(), "audio", "video"))).containsExactly("audio", "video");
        assertThat(types(made(parley, BOB, device(), "audio", "video"))).containsExactly("audio");
        assertThat(types(made(parley, ALICE, device(), "smell"))).containsExactly("audio");
    }

    private static List<String> types(Joining.Joined made) {
        List<String> types = new ArrayList<>();
        Element media = made.conference()
                .document()
                .at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)
                .orElseThrow();
        for (Element entry : media.children(Info.ENTRY)) {
            types.add(entry.childText(Info.TYPE).orElse(""));
        }
        return types;
    }

    @Test
    void whoMayMakeNoneMakesNone() {
        AccessPolicy forNobody = access -> access.action() == Action.CREATE_CONFERENCE
                ? Optional.of("nobody makes conferences here")
                : AccessPolicy.standard().refusal(access);
        Parley strict = system(builder -> builder.policy(forNobody));
        assertThat(strict.focus().create(ALICE, device(), Set.of())).isInstanceOf(Joining.Refused.class);
        assertThat(strict.focus()
                        .create(new Signaller(SipUri.of("sip:alice@example.com"), false, false), device(), Set.of()))
                .isInstanceOf(Joining.Refused.class);
        assertThat(conferences(strict)).isEmpty();
    }

    @Test
    void aCreatorWhoCannotJoinLeavesNothing() {
        Parley full = system(builder ->
                builder.focus(FocusSettings.in("example.com").with(List.of()).withParticipants(0)));
        assertThat(full.focus().create(ALICE, device(), Set.of())).isInstanceOf(Joining.Refused.class);
        assertThat(conferences(full)).isEmpty();
    }

    @Test
    void withTheLastDeviceOfItsCreatorItEndsForAllAndIsGone() {
        Parley parley = system(UnaryOperator.identity());
        Device first = device();
        Joining.Joined made = made(parley, ALICE, first);
        XconUri id = made.conference().id();
        Device second = device();
        Device bob = device();
        assertThat(parley.focus().join(ALICE, uri(made), second)).isInstanceOf(Joining.Joined.class);
        assertThat(parley.focus().join(BOB, uri(made), bob)).isInstanceOf(Joining.Joined.class);

        parley.focus().leave(id, first.dialog(), Departure.LEFT);
        assertThat(conferences(parley)).as("she has another device").containsExactly(id);
        Device third = device(Optional.of(second.dialog()));
        assertThat(parley.focus().join(ALICE, uri(made), third)).isInstanceOf(Joining.Joined.class);
        assertThat(conferences(parley)).as("she has changed over").containsExactly(id);
        memory.signalling().take();
        parley.focus().leave(id, third.dialog(), Departure.EXPIRED);

        assertThat(memory.signalling().calls()).contains(new End(id, bob.dialog(), Departure.TERMINATED));
        assertThat(conferences(parley)).isEmpty();
    }

    @Test
    void itGoesOnWithoutItsCreatorWhereThatIsSaidUntilNobodyIsThere() {
        Parley parley = system(builder -> builder.focus(
                FocusSettings.in("example.com").with(List.of()).with(new ConferenceFactory(FACTORY, true))));
        Device alice = device();
        Joining.Joined made = made(parley, ALICE, alice);
        XconUri id = made.conference().id();
        Device bob = device();
        parley.focus().join(BOB, uri(made), bob);
        parley.focus().leave(id, alice.dialog(), Departure.LEFT);
        assertThat(conferences(parley)).containsExactly(id);

        parley.focus().leave(id, bob.dialog(), Departure.LEFT);
        memory.clock().advance(Duration.ofSeconds(5));
        assertThat(conferences(parley)).isEmpty();
    }

    @Test
    void theFactoryIsKnownByItsUri() {
        Parley parley = system(UnaryOperator.identity());
        assertThat(parley.focus().isFactory(SipUri.of("sip:Conference-Factory@EXAMPLE.com;transport=tcp")))
                .isTrue();
        assertThat(parley.focus().isFactory(SipUri.of("sip:conference@example.com")))
                .isFalse();
    }
}
