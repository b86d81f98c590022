package io.parley.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.ConferenceSummary;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.xml.filter.XPathFilters;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Schema;
import io.parley.engine.Parley;
import io.parley.identity.XconUserId;
import io.parley.inmemory.ScriptedInMemory;
import io.parley.ports.in.FocusService;
import io.parley.user.RegisteredUser;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A whole system in memory with scripted time and identifiers, and the people whom the RFC's examples know. Requests go in and
 * responses come out as values; documents are written in the tests as the XML that a client would send.
 */
final class House {

    static final String ALICE = "xcon-userid:alice@example.com";
    static final String BOB = "xcon-userid:bob@example.com";
    static final String CAROL = "xcon-userid:carol@example.com";
    static final String ROOT = "xcon-userid:root@example.com";
    static final String AUDIO_ROOM = "xcon:AudioRoom@example.com";
    static final String NOWHERE = "xcon:none@example.com";

    private final ScriptedInMemory memory;
    private final Parley parley;

    private House(ScriptedInMemory memory, UnaryOperator<Parley.Builder> changes) {
        this.memory = memory;
        memory.users().register(new RegisteredUser(XconUserId.of(ROOT), "Root", Set.of(), true));
        this.parley = changes.apply(Parley.builder("example.com", memory)
                        .blueprint(Documents.audioRoom())
                        .filters(new XPathFilters())
                        .extension(new ConferenceSummary("http://example.com/ccmp-extension-schema.xsd")))
                .build();
    }

    /** A system whose users are open, where nobody is asked for credentials. */
    static House open() {
        return open(UnaryOperator.identity());
    }

    /** An open system, built otherwise. */
    static House open(UnaryOperator<Parley.Builder> changes) {
        return new House(ScriptedInMemory.open("example.com"), changes);
    }

    /** A system that knows Alice, Bob, Carol and the administrator, and nobody else. */
    static House closed(UnaryOperator<Parley.Builder> changes) {
        ScriptedInMemory memory = ScriptedInMemory.closed();
        for (String user : new String[] {ALICE, BOB, CAROL}) {
            memory.users().register(RegisteredUser.of(XconUserId.of(user)));
        }
        return new House(memory, changes);
    }

    ScriptedInMemory memory() {
        return memory;
    }

    /** The foci of its conferences. */
    FocusService focus() {
        return parley.focus();
    }

    /** The answer, of which is checked what holds of every one. */
    CcmpResponse ask(CcmpRequest request) {
        CcmpResponse response = parley.ccmp().handle(request);
        if (response.code() == ResponseCode.FORBIDDEN_DELETE_PARENT) {
            assertThat(request.operation()).as("%s", request).contains(Operation.DELETE);
        }
        response.body().info().ifPresent(House::assertPlain);
        return response;
    }

    /** No attribute in it says what is new in it (RFC 6501 section 4.1). */
    private static void assertPlain(Element element) {
        assertThat(element.attribute(Attributes.STATE)).as("%s", element).isEmpty();
        assertThat(element.attribute(Attributes.VERSION)).as("%s", element).isEmpty();
        element.elements().forEach(House::assertPlain);
    }

    /** Asks, and insists on success. */
    CcmpResponse done(CcmpRequest request) {
        CcmpResponse response = ask(request);
        assertThat(response.code()).as("%s: %s", request, response.reason()).isEqualTo(ResponseCode.SUCCESS);
        return response;
    }

    /** A conference that {@code user} has cloned from AudioRoom; its XCON-URI. */
    String conferenceOf(String user) {
        return done(conf(Operation.CREATE, user).on(AUDIO_ROOM)).confObjId().orElseThrow();
    }

    /** The version of a conference, as its owner retrieves it. */
    long versionOf(String conference, String owner) {
        return done(conf(Operation.RETRIEVE, owner).on(conference))
                .version()
                .orElseThrow()
                .value();
    }

    /** The document of a conference, as {@code user} retrieves it. */
    Element documentOf(String conference, String user) {
        return done(conf(Operation.RETRIEVE, user).on(conference)).body().info().orElseThrow();
    }

    static CcmpRequest blueprint(Operation operation, String user) {
        return CcmpRequest.of(Message.BLUEPRINT, user).operation(operation);
    }

    static CcmpRequest conf(Operation operation, String user) {
        return CcmpRequest.of(Message.CONF, user).operation(operation);
    }

    static CcmpRequest users(Operation operation, String user) {
        return CcmpRequest.of(Message.USERS, user).operation(operation);
    }

    static CcmpRequest user(Operation operation, String user) {
        return CcmpRequest.of(Message.USER, user).operation(operation);
    }

    /** {@code confInfo} for {@code entity} with this content, as XML with the usual prefixes. */
    static Element confInfo(String entity, String content) {
        return Documents.read("<info:conference-info entity='" + entity + "'>" + content + "</info:conference-info>");
    }

    /** {@code usersInfo} with this content. */
    static Element usersInfo(String content) {
        return Documents.read("<info:conference-info entity='xcon:x@y'><info:users>" + content
                        + "</info:users></info:conference-info>")
                .child(Schema.USERS.name())
                .orElseThrow();
    }

    /** {@code userInfo} for {@code entity} with this content. */
    static Element userInfo(String entity, String content) {
        return usersInfo("<info:user entity='" + entity + "'>" + content + "</info:user>")
                .child(Schema.USER.name())
                .orElseThrow();
    }
}
