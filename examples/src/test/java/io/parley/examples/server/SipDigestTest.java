package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.conference.Conferences;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.ConferenceUri;
import io.parley.http.client.Sender;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.sip.authentication.DigestCredentials;
import io.parley.sip.cms.CmsEnvelopes;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import io.parley.spec.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code serve --sip-auth digest}, from outside. */
@Timeout(60)
class SipDigestTest {

    private static final String ALICE = "sip:alice@example.com";
    private static final String BOB = "sip:bob@example.com";
    private static final String FACTORY = ALICE + ";gruu;opaque=app:conf:focusfactory";
    private static final String ALICES = "xcon-userid:alice@example.com";
    private static final XconUserId BOBS = XconUserId.of("bob", "example.com");
    private static final Sender BY_CCMP = Sender.of(ALICES);

    private final List<Handset> handsets = new ArrayList<>();
    private RunningServer server;
    private XconUri id;
    private String conference;

    @BeforeEach
    void begin() throws Exception {
        server = RunningServer.with(
                "--sip",
                "127.0.0.1:0",
                "--sip-auth",
                "digest",
                "--notify-interval",
                "0",
                "--subject",
                "optional",
                "--user",
                "alice:secret",
                "--user",
                "bob:hush");
        id = XconUri.of(ccmp(BY_CCMP.create()).confObjId().orElseThrow());
        conference = ConferenceUri.of(id).toString();
    }

    @AfterEach
    void end() {
        handsets.forEach(Handset::close);
        server.close();
    }

    private Handset handset(String who) {
        Handset made = Handset.byTcp(who, server.address("sip-tcp"));
        handsets.add(made);
        return made;
    }

    private Handset handset(String who, String name, String password) {
        return handset(who).with(new DigestCredentials(name, password));
    }

    private CcmpResponse ccmp(CcmpRequest request) {
        CcmpResponse answer = server.client().handle(request);
        assertThat(answer.isSuccess()).as("%s", answer).isTrue();
        return answer;
    }

    private CcmpResponse state() {
        return ccmp(BY_CCMP.retrieve(id));
    }

    /** Who is in the roster, as Alice sees it by CCMP, who listed herself when she made the conference. */
    private List<String> users() {
        return state().body()
                .info()
                .flatMap(document -> document.child(Info.USERS))
                .map(roster -> roster.elements().stream()
                        .filter(it -> it.name().equals(Info.USER))
                        .map(SipDigestTest::entity)
                        .toList())
                .orElse(List.of());
    }

    private static String entity(Element user) {
        return user.attribute(Attributes.ENTITY).orElse("");
    }

    @Test
    @Requirement({"CCMP-10.2-01", "XF-11-02"})
    void whoProvesNothingIsChallengedAndNothingBegins() {
        CcmpResponse before = state();
        Handset bob = handset(BOB);
        for (int i = 0; i < 50; i++) {
            SipResponse answer = bob.askOnce(bob.invite(conference));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.headers().all("WWW-Authenticate"))
                    .hasSize(2)
                    .allSatisfy(it -> assertThat(it)
                            .startsWith("Digest realm=\"example.com\"")
                            .contains("qop=\"auth\"", "nonce=\""))
                    .anySatisfy(it -> assertThat(it).contains("algorithm=SHA-256"))
                    .anySatisfy(it -> assertThat(it).contains("algorithm=MD5"));
        }
        CcmpResponse after = state();
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.body().info()).isEqualTo(before.body().info());
        assertThat(bob.heardNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "bob, wrong, 403",
        "nobody, hush, 403",
        "alice, secret, 403",
        "bob, hush, 200",
    })
    @Requirement("C3P-D2-05")
    void hisOwnPasswordLetsBobInAndNothingElse(String name, String password, int status) {
        Handset bob = handset(BOB, name, password);

        assertThat(bob.ask(bob.invite(conference)).status()).isEqualTo(status);
        assertThat(users().contains(BOBS.toString())).isEqualTo(status == 200);
    }

    @Test
    @Requirement("XF-11.1-01")
    void whoGuessesTooOftenIsLookedAtNoMore() {
        Handset guesser = handset(BOB, "bob", "wrong");
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.ask(guesser.invite(conference)).status()).isEqualTo(403);
        }
        Handset bob = handset(BOB, "bob", "hush");
        SipResponse answer = bob.ask(bob.invite(conference));

        assertThat(answer.status()).isEqualTo(480);
        assertThat(Integer.parseInt(answer.header("Retry-After").orElseThrow())).isBetween(1, 61);
    }

    @Test
    @Requirement("C3P-2.2.1.1-02")
    void whoProvesHimselfIsToldThatTheFocusKnowsHisPasswordToo() {
        DigestCredentials credentials = new DigestCredentials("bob", "hush");
        Handset bob = handset(BOB);
        SipRequest invite = bob.invite(conference);
        SipResponse challenge = bob.askOnce(invite);
        SipHeaders.Field proof = credentials.answer(invite, challenge).orElseThrow();
        SipRequest proved = invite.with("CSeq", "2 INVITE").with(proof.name(), proof.value());
        SipResponse joined = bob.askOnce(proved);
        assertThat(joined.status()).isEqualTo(200);
        assertConfirmed(joined, proved);

        SipRequest update = bob.within(invite, joined, "UPDATE");
        SipHeaders.Field again = credentials.answer(update, challenge).orElseThrow();
        SipRequest confirming = update.with(again.name(), again.value());
        SipResponse refreshed = bob.askOnce(confirming);
        assertThat(refreshed.status()).isEqualTo(200);
        assertConfirmed(refreshed, confirming);
        assertThat(again.value()).contains("nc=00000002");

        SipResponse unasked = bob.askOnce(update.with("CSeq", "8 UPDATE"));
        assertThat(unasked.status())
                .as("within his call he need not prove it again")
                .isEqualTo(200);
        assertThat(unasked.header("Authentication-Info")).isEmpty();
    }

    /** RFC 7616 section 3.5, as RFC 8760 has it for SIP. */
    private static void assertConfirmed(SipResponse response, SipRequest proved) {
        String proof = proved.header("Authorization").orElseThrow();
        assertThat(response.header("Authentication-Info").orElse("nothing"))
                .contains("qop=auth")
                .contains("nc=" + parameter(proof, "nc"))
                .contains("cnonce=\"" + parameter(proof, "cnonce") + "\"")
                .containsPattern("rspauth=\"[0-9a-f]{64}\"");
    }

    private static String parameter(String field, String name) {
        Matcher matcher = Pattern.compile("[ ,]" + name + "=\"?([^\",]+)").matcher(field);
        assertThat(matcher.find()).as(field).isTrue();
        return matcher.group(1);
    }

    @Test
    void aProofThatIsNoneIsRefusedWithinACallToo() {
        Handset bob = handset(BOB, "bob", "hush");
        SipRequest invite = bob.invite(conference);
        SipResponse joined = bob.ask(invite);
        SipRequest update = bob.within(invite, joined, "UPDATE");
        SipHeaders.Field wrong = new DigestCredentials("bob", "wrong")
                .answer(update, bob.askOnce(bob.invite(conference)))
                .orElseThrow();

        SipResponse refused = bob.askOnce(update.with(wrong.name(), wrong.value()));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(bob.askOnce(update.with("CSeq", "8 UPDATE")).status()).isEqualTo(200);
    }

    @Test
    @Requirement("EV-3.5-01")
    void whoProvesNothingSubscribesToNothing() {
        Handset bob = handset(BOB, "bob", "hush");
        assertThat(bob.ask(bob.invite(conference)).status()).isEqualTo(200);
        SipResponse answer = bob.askOnce(bob.subscribe(conference));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isPresent();
        assertThat(answer.body().isEmpty()).isTrue();
        // He is told nothing: what comes next is the answer to his next question.
        assertThat(bob.askOnce(bob.request("OPTIONS", conference)).status()).isEqualTo(200);
        assertThat(bob.heardNothing()).isTrue();
    }

    @Test
    @Requirement("EV-3.5-02")
    void whoProvesThatHeIsAStrangerSubscribesToNothing() {
        Handset bob = handset(BOB, "bob", "hush");
        assertThat(bob.ask(bob.subscribe(conference)).status()).isEqualTo(403);

        assertThat(bob.ask(bob.invite(conference)).status()).isEqualTo(200);
        assertThat(bob.ask(bob.subscribe(conference)).status()).isEqualTo(200);
    }

    @Test
    @Requirement({"DM-8-09", "CCMP-10.2-06", "CCMP-10.2-07"})
    void byWhateverHeProvesHimselfBobIsOneUserWithOneIdentifier() {
        Sender bySubject = Sender.of(BOBS).subject("bob", "hush");
        Handset bob = handset(BOB, "bob", "hush");
        assertThat(bob.ask(bob.invite(conference)).status()).isEqualTo(200);
        assertThat(users()).containsExactlyInAnyOrder(ALICES, BOBS.toString());

        assertThat(ccmp(bySubject.user(id, BOBS)).confUserId()).contains(BOBS.toString());
        ccmp(bySubject.leave(id));
        assertThat(users()).containsExactly(ALICES);
        ccmp(bySubject.join(id));
        assertThat(bob.ask(bob.invite(conference)).status()).isEqualTo(200);

        assertThat(users()).containsExactlyInAnyOrder(ALICES, BOBS.toString());
    }

    @Test
    @Requirement("C3P-3.2.4.2.2-01")
    void whoIsAnonymousProvesThatHeWasInvited() {
        Handset alice = handset(ALICE, "alice", "secret");
        CmsEnvelopes client = CmsEnvelopes.selfSigned("example.com", Instant.parse("2026-01-01T00:00:00Z"));
        String told = factory(alice, "<getEncryptionKey/>").replaceFirst("(?s).*x509-certificate>([^<]+)<.*", "$1");
        byte[] sealed =
                client.seal("4711", Base64.getMimeDecoder().decode(told)).orElseThrow();
        String made = factory(
                alice,
                "<addConference><ci:conference-info entity=''><ci:conference-description>"
                        + "<msci:conference-id>KEYED123</msci:conference-id><msci:conference-key><msci:cms-data>"
                        + Base64.getEncoder().encodeToString(sealed)
                        + "</msci:cms-data></msci:conference-key><msci:admission-policy>anonymous</msci:admission-policy>"
                        + "</ci:conference-description></ci:conference-info></addConference>");
        assertThat(made).contains("code=\"success\"");
        String keyed = ALICE + ";gruu;opaque=app:conf:focus:id:KEYED123";

        String nobody = "sip:visitor@anonymous.invalid";
        Handset unproved = handset(nobody);
        SipResponse challenge = unproved.askOnce(unproved.invite(keyed));
        assertThat(challenge.status()).isEqualTo(401);
        assertThat(challenge.header("WWW-Authenticate").orElseThrow()).startsWith("Digest ");
        Handset guesser = handset(nobody, "visitor", "4712");
        assertThat(guesser.ask(guesser.invite(keyed)).status()).isEqualTo(403);
        Handset visitor = handset(nobody, "visitor", "4711");
        SipResponse joined = visitor.ask(visitor.invite(keyed));
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.header("Authentication-Info")).isPresent();
    }

    private static String factory(Handset alice, String command) {
        SipRequest service = alice.request("SERVICE", FACTORY).with(Handset.command(ALICE, FACTORY, command));
        SipResponse answer = alice.ask(service);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return Optional.of(answer.body().text()).orElseThrow();
    }

    @Test
    @Requirement("PHONE-5.1-01")
    void whoCallsProvesWhoHeIsAndWhoIsBannedStaysOut() {
        assertThat(handset(BOB).askOnce(handset(BOB).invite(conference)).status())
                .isEqualTo(401);
        ccmp(CcmpRequest.of(Message.CONF, ALICES)
                .on(id.toString())
                .operation(Operation.UPDATE)
                .info(Conferences.changes(id).deny(BOB).build()));
        Handset bob = handset(BOB, "bob", "hush");
        assertThat(bob.ask(bob.invite(conference)).status()).isEqualTo(403);
        assertThat(users()).doesNotContain(BOBS.toString());
    }
}
