package io.parley.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pJoiningMethod;
import io.parley.c3p.C3pMedia;
import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pUser;
import io.parley.document.Element;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.ports.in.FocusService;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.McuGateway;
import io.parley.ports.out.MediaSession;
import io.parley.ports.out.MediaSessions;
import io.parley.ports.out.MediaSessions.Leg;
import io.parley.ports.out.MediaSessions.Outcome;
import io.parley.sdp.Answering;
import io.parley.sdp.Direction;
import io.parley.sdp.MediaDescription;
import io.parley.sdp.SdpReading;
import io.parley.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a focus may rely on of MCUs that answer SDP (RFC 4579 section 5.1, RFC 4575 section 5.8). */
public interface MediaSessionsContract {

    /** An offer of audio that every phone makes. */
    SessionDescription AUDIO = offer("m=audio 4000 RTP/AVP 0 8\r\na=ssrc:314159 cname:x\r\n");

    /**
     * MCUs, and the sessions with them.
     *
     * @param gateway starts and ends them
     * @param sessions what is tested
     */
    record Mcus(McuGateway gateway, MediaSessions sessions) {}

    /** MCUs that report to {@code focus}, for one test. */
    Mcus mcus(FocusService focus);

    /** Lets everything happen that is on its way. */
    void settle();

    /** A description with these streams. */
    static SessionDescription offer(String streams) {
        SdpReading reading = SessionDescription.read(
                "v=0\r\no=phone 1 1 IN IP4 192.0.2.7\r\ns=-\r\nc=IN IP4 192.0.2.7\r\nt=0 0\r\n" + streams);
        return ((SdpReading.Read) reading).description();
    }

    /** What a test sees of one session. */
    final class Seen {
        private final RecordingFocus focus = new RecordingFocus();
        private final Mcus mcus;
        private final McuId mcu;
        private final List<Outcome> outcomes = new ArrayList<>();
        private final List<String> dismissals = new ArrayList<>();
        private final Runnable settle;

        private Seen(MediaSessionsContract contract) {
            this.settle = contract::settle;
            mcus = contract.mcus(focus);
            McuType type = mcus.sessions().types().get(0);
            mcu = new McuId(
                    Samples.id("a"), type, SipUri.of("sip:a@example.com;gruu;opaque=app:conf:" + type + ":id:a"), 1);
        }

        private void start() {
            mcus.gateway().start(mcu, Samples.fresh(mcu.conference()));
            settle.run();
        }

        private MediaSession open(String who) {
            return mcus.sessions()
                    .open(
                            new Leg(
                                    mcu,
                                    "call-" + who,
                                    SipUri.of("sip:" + who + "@example.com"),
                                    Optional.of("Somebody"),
                                    "sip:" + who + "@192.0.2.7",
                                    C3pJoiningMethod.DIALED_IN,
                                    false),
                            dismissals::add);
        }

        private SessionDescription answered(MediaSession session, SessionDescription offer) {
            session.answer(offer, outcomes::add);
            settle.run();
            return described();
        }

        private SessionDescription described() {
            Outcome last = outcomes.get(outcomes.size() - 1);
            assertThat(last).isInstanceOf(Outcome.Described.class);
            return ((Outcome.Described) last).description();
        }

        private MediaSession in(String who) {
            MediaSession session = open(who);
            answered(session, AUDIO);
            session.confirmed();
            settle.run();
            return session;
        }

        /** What the last report says of its one user. */
        private C3pUser reported() {
            List<Element> documents = focus.documents(mcu);
            return new C3pUser(documents
                    .get(documents.size() - 1)
                    .child(C3pNames.ci("users"))
                    .orElseThrow()
                    .elements()
                    .get(0));
        }

        private List<C3pMedia> media() {
            return reported().endpoint().orElseThrow().media();
        }
    }

    private Seen running() {
        Seen seen = new Seen(this);
        seen.start();
        return seen;
    }

    @Test
    default void whatIsServedIsToldBeforeAnythingRuns() {
        MediaSessions sessions = new Seen(this).mcus.sessions();
        McuType type = sessions.types().get(0);
        assertThat(sessions.serves(type, AUDIO)).isTrue();
        assertThat(sessions.serves(type, offer("m=audio 0 RTP/AVP 0\r\n"))).isFalse();
        assertThat(sessions.serves(new McuType("smoke-signals"), AUDIO)).isFalse();
    }

    @Test
    default void anAnswerFitsTheOfferAndNobodyIsInUntilItIsConfirmed() {
        Seen seen = running();
        SessionDescription offer = offer("m=x-any 9 x/y z\r\nm=audio 4000 RTP/AVP 0\r\na=mid:7\r\n");
        MediaSession session = seen.open("bob");
        SessionDescription answer = seen.answered(session, offer);
        assertThat(Answering.unfit(offer, answer)).isEmpty();
        assertThat(answer.media()).extracting(MediaDescription::isRefused).containsExactly(true, false);
        assertThat(seen.focus.documents(seen.mcu)).hasSize(1);
        session.confirmed();
        seen.settle.run();
        assertThat(seen.focus.documents(seen.mcu)).hasSize(2);
        C3pUser bob = seen.reported();
        assertThat(bob.entity()).isEqualTo(SipUri.of("sip:bob@example.com"));
        assertThat(bob.displayText()).contains("Somebody");
        assertThat(bob.endpoint().orElseThrow().joiningMethod()).contains(C3pJoiningMethod.DIALED_IN);
        assertThat(seen.media()).singleElement().satisfies(media -> {
            assertThat(media.id()).isPresent();
            assertThat(media.type()).contains("audio");
            assertThat(media.label()).isEqualTo(answer.media().get(1).label());
            assertThat(media.status()).contains("sendrecv");
        });
    }

    @Test
    default void aChangeIsReportedBeforeItsOutcomeAndKeepsTheIdentifier() {
        Seen seen = running();
        MediaSession session = seen.in("bob");
        Optional<String> id = seen.media().get(0).id();
        SessionDescription first = seen.described();
        List<Optional<String>> statuses = new ArrayList<>();
        session.answer(AUDIO.withMedia(List.of(AUDIO.media().get(0).with(Direction.SENDONLY))), outcome -> {
            seen.outcomes.add(outcome);
            statuses.add(seen.media().get(0).status());
        });
        seen.settle.run();
        assertThat(statuses).containsExactly(Optional.of("sendonly"));
        assertThat(seen.media().get(0).id()).isEqualTo(id);
        assertThat(seen.described().origin()).isEqualTo(first.origin().next());
    }

    @Test
    default void anOfferThatNothingIsTakenOfIsRefusedAndChangesNothing() {
        Seen seen = running();
        MediaSession session = seen.in("bob");
        int reports = seen.focus.reports().size();
        session.answer(offer("m=audio 4000 RTP/AVP 99\r\n"), seen.outcomes::add);
        seen.settle.run();
        assertThat(seen.outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
        assertThat(seen.focus.reports()).hasSize(reports);
    }

    @Test
    default void whoAnswersOurOfferIsIn() {
        Seen seen = running();
        MediaSession session = seen.open("bob");
        session.offer(seen.outcomes::add);
        seen.settle.run();
        assertThat(seen.described().media()).isNotEmpty();
        session.answered(seen.described());
        seen.settle.run();
        assertThat(seen.media()).hasSameSizeAs(seen.described().media());
    }

    @Test
    default void whoAnswersOurOfferWithNothingIsDismissed() {
        Seen seen = running();
        MediaSession session = seen.open("bob");
        session.offer(seen.outcomes::add);
        seen.settle.run();
        session.answered(Answering.part(seen.described(), stream -> false));
        seen.settle.run();
        assertThat(seen.dismissals).hasSize(1);
        assertThat(seen.focus.documents(seen.mcu)).hasSize(1);
    }

    @Test
    default void whoEndsIsReportedAsGoneOnceAndIsNotDismissed() {
        Seen seen = running();
        MediaSession session = seen.in("bob");
        session.end();
        session.end();
        session.confirmed();
        seen.settle.run();
        assertThat(seen.focus.documents(seen.mcu)).hasSize(3);
        assertThat(seen.reported().element().attribute(C3pNames.STATE)).contains("deleted");
        assertThat(seen.dismissals).isEmpty();
    }

    @Test
    default void whoEndsBeforeHeIsInLeavesNoTrace() {
        Seen seen = running();
        MediaSession session = seen.open("bob");
        seen.answered(session, AUDIO);
        session.end();
        session.confirmed();
        seen.settle.run();
        assertThat(seen.focus.documents(seen.mcu)).hasSize(1);
    }

    @Test
    default void anMcuThatIsReleasedDismissesWhoeverIsIn() {
        Seen seen = running();
        seen.in("bob");
        seen.mcus.gateway().release(seen.mcu);
        seen.settle.run();
        assertThat(seen.dismissals).hasSize(1);
    }

    @Test
    default void anMcuThatDoesNotRunRefuses() {
        Seen seen = new Seen(this);
        seen.open("bob").answer(AUDIO, seen.outcomes::add);
        seen.settle.run();
        assertThat(seen.outcomes).singleElement().isInstanceOf(Outcome.Refused.class);
    }
}
