package io.parley.roster;

import static io.parley.focus.McuType.AUDIO_VIDEO;
import static io.parley.focus.McuType.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.focus.Mcu;
import io.parley.focus.McuType;
import io.parley.identity.SipUri;
import io.parley.roster.RosterAggregation.Answer;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents of an MCU make of the focus's copy of it (MS-CONFBAS sections 2.2.5 and 3.4.4.2.1). */
class RosterAggregationTest {

    private static final SipUri URI = SipUri.of("sip:main@example.com;gruu;opaque=app:conf:chat:id:main");
    private static final Mcu NEW = Mcu.starting(CHAT, URI, 1);

    private static Mcu applied(Mcu copy, Report report) {
        Answer answer = RosterAggregation.apply(copy, report.document());
        assertThat(answer).isInstanceOf(Answer.Applied.class);
        return ((Answer.Applied) answer).copy();
    }

    private static List<String> users(Mcu copy) {
        List<String> users = new java.util.ArrayList<>();
        copy.users().forEach((key, user) -> users.add(key));
        return users;
    }

    @Test
    @Requirement("C3P-3.4.4.2.1-04")
    void partialDocumentsChangeTheUsersThatTheyNameAndFullOnesReplaceAll() {
        Mcu copy = applied(
                NEW, Report.full(1).has("alice", "{a}").has("bob", "{b}").view(URI, false));
        assertThat(copy.state()).isEqualTo(Mcu.State.UP);
        Mcu next = applied(copy, Report.partial(2).gone("alice").has("carol", "{c}"));
        assertThat(users(next)).containsExactly("sip:bob@example.com", "sip:carol@example.com");
        assertThat(next.users().get("sip:bob@example.com"))
                .isEqualTo(copy.users().get("sip:bob@example.com"));
        assertThat(next.view()).isEqualTo(copy.view());
        Mcu full = applied(next, Report.full(9).has("dave", "{d}"));
        assertThat(users(full)).containsExactly("sip:dave@example.com");
        assertThat(full.view()).isEmpty();
    }

    @Test
    @Requirement("C3P-D5-03")
    void anOlderOrEqualVersionIsDropped() {
        Mcu copy = applied(NEW, Report.full(5).has("alice", "{a}"));
        assertThat(RosterAggregation.apply(copy, Report.full(5).document())).isEqualTo(new Answer.Outdated());
        assertThat(RosterAggregation.apply(copy, Report.partial(4).gone("alice").document()))
                .isEqualTo(new Answer.Outdated());
        assertThat(RosterAggregation.apply(copy, Report.of("deleted", 5).document()))
                .isEqualTo(new Answer.Outdated());
    }

    @Test
    void aGapIsFilledByAFullDocumentOnly() {
        Mcu copy = applied(NEW, Report.full(5));
        assertThat(RosterAggregation.apply(copy, Report.partial(7).document())).isEqualTo(new Answer.Gap());
        Mcu stale = copy.in(Mcu.State.STALE);
        assertThat(RosterAggregation.apply(stale, Report.partial(6).document())).isEqualTo(new Answer.Gap());
        Mcu healed = applied(stale, Report.full(7).has("alice", "{a}"));
        assertThat(healed.state()).isEqualTo(Mcu.State.UP);
        assertThat(users(applied(healed, Report.partial(8).has("bob", "{b}")))).hasSize(2);
    }

    @Test
    void aPartialDocumentBeforeAnyFullOneIsAGap() {
        assertThat(RosterAggregation.apply(NEW, Report.partial(1).document())).isEqualTo(new Answer.Gap());
        assertThat(RosterAggregation.apply(NEW, Report.full(0).document())).isInstanceOf(Answer.Applied.class);
    }

    @Test
    @Requirement({"EV-4.4-03", "EV-4.4-07"})
    void noStateMeansFullAndWhatIsBelowDeletedIsIgnored() {
        Element bob = Foreign.element(Info.USER)
                .withAttribute(Attributes.ENTITY, "sip:bob@example.com")
                .with(Foreign.element(Info.ENDPOINT).withAttribute(Attributes.ENTITY, "{b}"));
        Element root = Foreign.element(Info.CONFERENCE_INFO)
                .withAttribute(Attributes.ENTITY, "sip:main@example.com")
                .withAttribute(Attributes.VERSION, "1")
                .with(Foreign.element(Info.USERS).with(bob));
        Mcu copy = ((Answer.Applied) RosterAggregation.apply(NEW, root)).copy();
        assertThat(users(copy)).containsExactly("sip:bob@example.com");
        Element gone = Report.user("sip:bob@example.com", "deleted").with(Report.endpoint("{b}", "full"));
        assertThat(applied(copy, Report.partial(2).user(gone)).users().isEmpty())
                .isTrue();
    }

    @Test
    void aPartialUserIsMergedAndHasOneEndpointAtMost() {
        Element bob = Report.user("sip:bob@example.com", "full")
                .with(Foreign.element(Info.DISPLAY_TEXT, "Bob"))
                .with(Report.endpoint("{b}", "full"));
        Mcu copy = applied(NEW, Report.full(1).user(bob));
        Element moved = Report.user("sip:bob@example.com", "partial").with(Report.endpoint("{c}", "full"));
        Element next = applied(copy, Report.partial(2).user(moved))
                .users()
                .get("sip:bob@example.com")
                .orElseThrow();
        assertThat(next.childText(Info.DISPLAY_TEXT)).contains("Bob");
        assertThat(next.children(Info.ENDPOINT))
                .extracting(endpoint -> endpoint.attribute(Attributes.ENTITY).orElse(""))
                .containsExactly("{c}");
        Element left = Report.user("sip:bob@example.com", "partial").with(Report.endpoint("{b}", "deleted"));
        Element without = applied(copy, Report.partial(2).user(left))
                .users()
                .get("sip:bob@example.com")
                .orElseThrow();
        assertThat(without.children(Info.ENDPOINT)).isEmpty();
    }

    @Test
    void theViewIsMergedChildByChild() {
        Element capabilities =
                Foreign.element(InfoNames.ENTITY_CAPABILITIES).with(Foreign.element(InfoNames.msci("x"), "1"));
        Mcu copy = applied(
                NEW,
                Report.full(1).with(Report.view(Report.entityView(URI, "full").with(capabilities))));
        Element state = Foreign.element(InfoNames.ENTITY_STATE).with(Foreign.element(InfoNames.LOCKED, "true"));
        Mcu next = applied(
                copy,
                Report.partial(2)
                        .with(Report.view(Report.entityView(URI, "partial").with(state))));
        assertThat(next.view().orElseThrow().elements()).containsExactly(capabilities, state);
        Mcu gone = applied(next, Report.partial(3).with(Report.view(Report.entityView(URI, "deleted"))));
        assertThat(gone.view()).isEmpty();
    }

    static Stream<Arguments> faults() {
        Name media = Info.MEDIA;
        Element bob = Report.user("sip:bob@example.com", "full");
        return Stream.of(
                Arguments.of(
                        Report.full(2)
                                .user(bob.with(Report.endpoint("{1}", "full")).with(Report.endpoint("{2}", "full"))),
                        "2 endpoints"),
                Arguments.of(Report.full(2).user(bob.with(Report.endpoint("{1}", "partial"))), "'partial'"),
                Arguments.of(Report.full(2).user(bob.with(Report.endpoint(" ", "full"))), "endpoint without entity"),
                Arguments.of(
                        Report.full(2)
                                .user(bob.with(Report.endpoint("{1}", "full").with(Foreign.element(media)))),
                        "media without id"),
                Arguments.of(Report.full(2).has("bob", "{1}").has("Bob", "{2}"), "twice"),
                Arguments.of(Report.full(2).user(Report.user("bob", "full")), "user 'bob'"),
                Arguments.of(Report.full(2).user(Report.user("sip:bob@example.com", "gone")), "'gone'"),
                Arguments.of(Report.of("whole", 2), "'whole'"),
                Arguments.of(Report.of("full", -1), "'-1'"),
                Arguments.of(Report.of("full", 1L << 32), "'4294967296'"),
                Arguments.of(Report.full(2).view("sip:other@example.com", true), "sip:other@example.com"),
                Arguments.of(Report.full(2).with(Report.view()), "0 entity-view"),
                Arguments.of(
                        Report.full(2)
                                .with(Report.view(Report.entityView(URI, "full"), Report.entityView(URI, "full"))),
                        "2 entity-view"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsNotValidIsRejectedWholeAndNamed(Report report, String named) {
        Answer answer = RosterAggregation.apply(applied(NEW, Report.full(1)), report.document());
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains(named));
    }

    private static Report sized(int bytes) {
        // <msci:entity-state>...</msci:entity-state> around a text of which one character takes two bytes
        String text = "ä" + "x".repeat(bytes - 2 - "<msci:entity-state></msci:entity-state>".length());
        Element state = Foreign.element(InfoNames.ENTITY_STATE, text);
        return Report.full(1).with(Report.view(Report.entityView(URI, "full").with(state)));
    }

    @Test
    @Requirement("C3P-2.2.5-05")
    void aChildOfTheViewHas2048BytesAtMost() {
        assertThat(RosterAggregation.apply(NEW, sized(2048).document())).isInstanceOf(Answer.Applied.class);
        assertThat(RosterAggregation.apply(NEW, sized(2049).document()))
                .isInstanceOfSatisfying(
                        Answer.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("entity-state has 2049 bytes"));
    }

    @Test
    void sizesAreThoseOfTheUsualForm() {
        Element element = Foreign.element(InfoNames.ENTITY_STATE)
                .withAttribute(Attributes.ENTITY, "a\"&")
                .with(Foreign.element(InfoNames.LOCKED))
                .with(Foreign.element(InfoNames.msci("t"), "a<b>&\""));
        assertThat(Fragment.size(element))
                .isEqualTo(
                        "<msci:entity-state entity=\"a&quot;&amp;\"><msci:locked/><msci:t>a&lt;b&gt;&amp;\"</msci:t></msci:entity-state>"
                                .length());
    }

    @Test
    void copiesAreIndependent() {
        McuType other = AUDIO_VIDEO;
        Mcu av = Mcu.starting(other, SipUri.of("sip:main@example.com;gruu;opaque=app:conf:audio-video:id:main"), 1);
        assertThat(applied(av, Report.full(1)).version()).isEqualTo(1);
        assertThat(applied(NEW, Report.full(7)).version()).isEqualTo(7);
    }
}
