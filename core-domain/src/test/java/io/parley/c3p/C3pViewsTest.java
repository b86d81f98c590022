package io.parley.c3p;

import static io.parley.c3p.C3pExamples.BOB;
import static io.parley.c3p.C3pExamples.CATHY;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Element;
import io.parley.identity.SipUri;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Users, endpoints and media under the names that Java gives them. */
class C3pViewsTest {

    @Provide
    Arbitrary<Element> users() {
        return C3pArbitraries.users();
    }

    @Test
    void aUserIsBuiltAndRead() {
        C3pEndpoint focus =
                C3pEndpoint.of("{A}").withSessionType(C3pEndpoint.FOCUS).withStatus("connected");
        C3pUser bob = C3pUser.of(BOB)
                .withEndpoints(List.of(focus))
                .withRole(C3pRole.ATTENDEE)
                .withDisplayText("Bob Freer")
                .withRole(C3pRole.PRESENTER)
                .withState(DocumentState.FULL)
                .withEndorser(CATHY, Optional.of("Cathy"));
        assertThat(bob.entity()).isEqualTo(BOB);
        assertThat(bob.displayText()).contains("Bob Freer");
        assertThat(bob.role()).contains(C3pRole.PRESENTER);
        assertThat(bob.endpoint()).contains(focus);
        assertThat(bob.endorser()).contains(CATHY);
        assertThat(bob.element().elements().stream().map(child -> child.name().local()))
                .containsExactly("display-text", "roles", "endpoint");
        assertThat(bob.bare()).isEqualTo(C3pUser.of(BOB));
    }

    @Test
    void anEndpointIsBuiltAndRead() {
        SipUri uri = SipUri.of("sip:bob@fabrikam.com;opaque=user:epid:123;gruu");
        C3pMedia chat = C3pMedia.of("1").withType("chat").withLabel("chat").withStatus("sendrecv");
        C3pEndpoint endpoint = C3pEndpoint.of("{A}")
                .withSessionOnBehalfOf(CATHY)
                .withLobbyCapable()
                .withMedia(List.of(chat))
                .withEndpointUri(uri)
                .withReferToUri(SipUri.of("sip:x@y?Referred-By=z"))
                .withAttribute(C3pNames.msci("epid"), "c5574cd6b6")
                .withJoiningMethod(C3pJoiningMethod.DIALED_IN)
                .withStatus("alerting")
                .withStatus("connected")
                .withState(DocumentState.DELETED);
        assertThat(endpoint.entity()).contains("{A}");
        assertThat(endpoint.sessionOnBehalfOf()).contains(CATHY);
        assertThat(endpoint.isLobbyCapable()).isTrue();
        assertThat(endpoint.media()).containsExactly(chat);
        assertThat(endpoint.endpointUri()).contains(uri);
        assertThat(endpoint.referToUri().orElseThrow().headers())
                .containsExactly(new SipUri.Header("Referred-By", "z"));
        assertThat(endpoint.epid()).contains("c5574cd6b6");
        assertThat(endpoint.status()).contains("connected");
        assertThat(endpoint.state()).isEqualTo(DocumentState.DELETED);
        assertThat(C3pSchema.ENDPOINT.fault(endpoint.element())).isEmpty();
        assertThat(chat.type()).contains("chat");
        assertThat(chat.label()).contains("chat");
        assertThat(chat.status()).contains("sendrecv");
        assertThat(C3pEndpoint.of("{A}").isLobbyCapable()).isFalse();
    }

    @Property(tries = 200)
    void whatAViewDoesNotNameIsKept(@ForAll("users") Element user) {
        C3pUser view = C3pUser.read(user).orElseThrow();
        C3pUser changed = view.withRole(C3pRole.PRESENTER).withEndpoints(view.endpoints());
        assertThat(C3pSchema.USER.fault(changed.element())).isEmpty();
        assertThat(changed.endpoints()).isEqualTo(view.endpoints());
        assertThat(changed.element().without(C3pNames.ROLES))
                .isEqualTo(view.element().without(C3pNames.ROLES));
    }
}
