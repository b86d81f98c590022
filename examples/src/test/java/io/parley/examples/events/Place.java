package io.parley.examples.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.engine.Parley;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.inmemory.ScriptedInMemory;
import io.parley.ports.in.ConferenceEvent;
import io.parley.ports.in.ConferenceEvents.Answer;
import io.parley.ports.in.ConferenceEvents.Follow;
import io.parley.ports.in.ConferenceEvents.Following;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** A system in memory with Alice's conference in it, and what people do there. */
final class Place {

    static final String ALICE = "xcon-userid:alice@example.com";
    static final String BOB = "xcon-userid:bob@example.com";
    static final String CAROL = "xcon-userid:carol@example.com";
    static final String CONFERENCE = "xcon:c@example.com";

    private final ScriptedInMemory memory = ScriptedInMemory.open("example.com");
    private final Parley parley;

    Place(UnaryOperator<Parley.Builder> changes) {
        parley = changes.apply(Parley.builder("example.com", memory)).build();
    }

    Place() {
        this(builder -> builder);
    }

    ScriptedInMemory memory() {
        return memory;
    }

    Parley parley() {
        return parley;
    }

    /** Asks, and insists on success. */
    CcmpResponse done(CcmpRequest request) {
        CcmpResponse response = parley.ccmp().handle(request);
        assertThat(response.code()).as("%s: %s", request, response.reason()).isEqualTo(ResponseCode.SUCCESS);
        return response;
    }

    /** Alice creates the conference: version 1. */
    Place created() {
        done(of(Message.CONF, ALICE).operation(Operation.CREATE).info(info()));
        return this;
    }

    /** Alice gives it a title. */
    void rename(String title) {
        Element description = Schema.CONFERENCE_DESCRIPTION.empty().with(Info.DISPLAY_TEXT, title);
        done(of(Message.CONF, ALICE).operation(Operation.UPDATE).on(CONFERENCE).info(info().with(description)));
    }

    /** Alice gives it a password, or another one. */
    void protect(String oldPassword, String password) {
        Element uris = Schema.CONFERENCE_DESCRIPTION.child(Info.CONF_URIS).empty();
        String focus = parley.conferences()
                .find(XconUri.of(CONFERENCE))
                .orElseThrow()
                .document()
                .at(Info.CONFERENCE_DESCRIPTION, Info.CONF_URIS)
                .orElseThrow()
                .children(Info.ENTRY)
                .iterator()
                .next()
                .child(Info.URI)
                .orElseThrow()
                .text();
        Element entry =
                uris.type().child(Info.ENTRY).empty().with(Info.URI, focus).with(Xcon.CONFERENCE_PASSWORD, password);
        Element description = Schema.CONFERENCE_DESCRIPTION.empty().with(uris.with(entry));
        CcmpRequest update = of(Message.CONF, ALICE).operation(Operation.UPDATE).on(CONFERENCE);
        done((oldPassword.isEmpty() ? update : update.conferencePassword(oldPassword)).info(info().with(description)));
    }

    void join(String user) {
        done(of(Message.USER, user).operation(Operation.CREATE).on(CONFERENCE));
    }

    /** {@code user} wishes to be unknown to the others. */
    void hide(String user) {
        Element record =
                Schema.USER.empty().withAttribute(Attributes.ENTITY, user).with(Xcon.PROVIDE_ANONYMITY, "private");
        done(of(Message.USER, user).operation(Operation.UPDATE).on(CONFERENCE).info(record));
    }

    /** Whether {@code word} stands anywhere in {@code document}. */
    boolean mentions(Element document, String word) {
        return new String(new DocumentCodec(Limits.defaults()).write(document), StandardCharsets.UTF_8).contains(word);
    }

    void leave(String user) {
        done(of(Message.USER, user).operation(Operation.DELETE).on(CONFERENCE));
    }

    void delete() {
        done(of(Message.CONF, ALICE).operation(Operation.DELETE).on(CONFERENCE));
    }

    /** The document as {@code user} retrieves it. */
    Element retrieved(String user) {
        return done(of(Message.CONF, user).operation(Operation.RETRIEVE).on(CONFERENCE))
                .body()
                .info()
                .orElseThrow();
    }

    Answer follow(String user, OptionalLong after) {
        return follow(user, after, Optional.empty());
    }

    Answer follow(String user, OptionalLong after, Optional<String> password) {
        return parley.events()
                .follow(new Follow(XconUri.of(CONFERENCE), XconUserId.of(user), true, password, after), () -> {});
    }

    /** All that {@code user} gets at this moment, who has everything up to {@code after}. */
    List<ConferenceEvent> events(String user, OptionalLong after) {
        try (Following following = (Following) follow(user, after)) {
            return rest(following, after);
        }
    }

    static List<ConferenceEvent> rest(Following following, OptionalLong after) {
        List<ConferenceEvent> events = new ArrayList<>();
        OptionalLong have = after;
        for (Optional<ConferenceEvent> next = following.after(have); next.isPresent(); next = following.after(have)) {
            events.add(next.get());
            if (next.get().type().isLast()) {
                break;
            }
            have = OptionalLong.of(next.get().sequence());
        }
        return events;
    }

    static CcmpRequest of(Message message, String user) {
        return CcmpRequest.of(message, user);
    }

    static Element info() {
        return Schema.CONFERENCE_INFO.empty().withAttribute(Attributes.ENTITY, CONFERENCE);
    }
}
