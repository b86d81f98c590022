package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.endpoint;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.state;
import static io.parley.examples.conformance.Updates.title;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.ConferenceInfo;
import io.parley.conference.Medium;
import io.parley.document.Validation;
import io.parley.engine.Parley;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.spec.Requirement;
import io.parley.user.AllowedTarget;
import io.parley.user.DialMethod;
import io.parley.user.JoinHandling;
import io.parley.user.UriEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a new sidebar is like, and where there may be some (design of CCMP, section 4; RFC 6501 section 4.2.2). */
class SidebarFoundingTest {

    private static final String TEXT_MEDIUM = "<info:available-media><info:entry label='AUTO_GENERATE_2'>"
            + "<info:type>text</info:type></info:entry></info:available-media>";

    private final House house = House.open();
    private final String main = Sidebar.main(house);

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-D4-17", "CCMP-5.3.8-01", "CCMP-5.3.10-01"})
    void aCloneHasTheMediaAndInvitesTheParticipantsWithoutHoldingThem(Sidebar kind) {
        ConferenceInfo sidebar = kind.document(house, kind.of(house, main, ALICE), ALICE);

        assertThat(sidebar.media()).isEqualTo(new ConferenceInfo(house.documentOf(main, ALICE)).media());
        assertThat(sidebar.users()).isEmpty();
        assertThat(sidebar.users().allowed())
                .containsExactly(
                        new AllowedTarget(ALICE, DialMethod.DIAL_IN),
                        new AllowedTarget(BOB, DialMethod.DIAL_IN),
                        new AllowedTarget(CAROL, DialMethod.DIAL_IN));
        assertThat(sidebar.userCount()).contains(0);
        assertThat(sidebar.isActive()).isFalse();
        assertThat(Validation.ofDocument(sidebar.element())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-5.3.8-02", "CCMP-5.3.10-02"})
    void aDescribedSidebarIsWhatWasDescribedAndNothingOfTheMainConference(Sidebar kind) {
        CcmpResponse created = house.done(
                kind.create(BOB, main, description("<info:display-text>Aside</info:display-text>" + TEXT_MEDIUM)));
        ConferenceInfo sidebar = kind.document(house, created.confObjId().orElseThrow(), BOB);

        assertThat(sidebar.title()).contains("Aside");
        assertThat(sidebar.media()).singleElement().satisfies(medium -> {
            assertThat(medium.type()).contains("text");
            assertThat(medium.label()).isNotEqualTo("audioLabel").doesNotContain("AUTO_GENERATE");
        });
        assertThat(sidebar.floors()).isEmpty();
        assertThat(sidebar.users().allowed()).isEmpty();
        assertThat(sidebar.users()).isEmpty();
        assertThat(sidebar.users().joinHandling()).contains(JoinHandling.ALLOW);
        assertThat(sidebar.id().toString()).doesNotContain("AUTO_GENERATE");
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-D4-07", "DM-4.2.4-01"})
    void everySidebarNamesItsMainConferenceAndNothingElseDoes(Sidebar kind) {
        CcmpResponse cloned = house.done(kind.create(ALICE, main));
        CcmpResponse described = house.done(kind.create(ALICE, main, title("Aside")));

        for (CcmpResponse created : new CcmpResponse[] {cloned, described}) {
            assertThat(new ConferenceInfo(created.body().info().orElseThrow()).sidebarParent())
                    .contains(XconUri.of(main));
        }
        assertThat(new ConferenceInfo(house.documentOf(main, ALICE)).sidebarParent())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theAnswerHoldsTheWholeDocument(Sidebar kind) {
        for (CcmpResponse created : new CcmpResponse[] {
            house.done(kind.create(BOB, main)), house.done(kind.create(BOB, main, title("Aside")))
        }) {
            assertThat(created.body().info())
                    .contains(kind.document(house, created.confObjId().orElseThrow(), BOB)
                            .element());
        }
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("XF-7.1-05")
    void identityWaysInPasswordsLiveStateAndSidebarsStayWithTheMainConference(Sidebar kind) {
        house.done(House.user(Operation.UPDATE, ALICE).on(main).info(userInfo(ALICE, endpoint("sip:a@example.com"))));
        house.done(update(
                ALICE,
                main,
                description("<info:conf-uris><info:entry><info:uri>sip:secret@example.com</info:uri>"
                        + "<xcon:conference-password>8601</xcon:conference-password></info:entry></info:conf-uris>")));
        house.done(update(ALICE, main, state("<info:locked>true</info:locked>")).conferencePassword("8601"));
        house.done(kind.other().create(ALICE, main).conferencePassword("8601"));

        CcmpResponse created = house.done(kind.create(ALICE, main).conferencePassword("8601"));
        ConferenceInfo sidebar = new ConferenceInfo(created.body().info().orElseThrow());

        assertThat(created.version()).contains(Version.FIRST);
        assertThat(sidebar.id().toString()).isNotEqualTo(main);
        assertThat(sidebar.confUris())
                .extracting(UriEntry::uri)
                .singleElement()
                .asString()
                .isEqualTo("sip:" + sidebar.id().toString().substring("xcon:".length()));
        assertThat(sidebar.isLocked()).isFalse();
        assertThat(sidebar.isActive()).isFalse();
        assertThat(sidebar.cloningParent()).isEmpty();
        assertThat(sidebar.element().toString()).doesNotContain("8601", "sip:a@", "sidebars-by");
    }

    @ParameterizedTest
    @EnumSource
    void theTitleIsTheServersUnlessOneIsGiven(Sidebar kind) {
        assertThat(kind.document(house, kind.of(house, main, BOB), BOB).title())
                .contains("SIDEBAR CONFERENCE registered by Bob");
    }

    @ParameterizedTest
    @EnumSource
    void whoIsAnonymousInTheMainConferenceIsNotBetrayedByASidebar(Sidebar kind) {
        house.done(House.user(Operation.UPDATE, BOB)
                .on(main)
                .info(userInfo(BOB, "<xcon:provide-anonymity>hidden</xcon:provide-anonymity>")));

        assertThat(kind.document(house, kind.of(house, main, ALICE), ALICE)
                        .users()
                        .allowed())
                .extracting(AllowedTarget::uri)
                .containsExactly(ALICE, CAROL);
        assertThat(kind.document(house, kind.of(house, main, BOB), BOB)
                        .element()
                        .toString())
                .doesNotContainIgnoringCase("bob");
    }

    @ParameterizedTest
    @EnumSource
    void theEntityOfADescribedSidebarIsLikeThatOfAConference(Sidebar kind) {
        String team = "xcon:team@example.com";

        assertThat(house.done(kind.create(ALICE, main).info(confInfo(team, ""))).confObjId())
                .contains(team);
        assertThat(house.ask(kind.create(ALICE, main).info(confInfo(team, ""))).code())
                .isEqualTo(ResponseCode.CONFLICT);
        assertThat(house.ask(kind.create(ALICE, main).info(confInfo("xcon:team@foreign.example", "")))
                        .code())
                .isEqualTo(ResponseCode.INVALID_DOMAIN_NAME);
        assertThat(house.ask(kind.create(ALICE, main, users("<xcon:join-handling/><info:user/>")))
                        .code())
                .isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(kind.heldBy(house, main, ALICE)).containsExactly(team);
    }

    @ParameterizedTest
    @CsvSource({
        "true, BY_VALUE, 200", "1, BY_VALUE, 200", "false, BY_VALUE, 403", "0, BY_VALUE, 403",
        "true, BY_REFERENCE, 200", "1, BY_REFERENCE, 200", "false, BY_REFERENCE, 403", "0, BY_REFERENCE, 403"
    })
    @Requirement({"CCMP-D4-21", "DM-4.2.2-01", "DM-4.2.2-02"})
    void theConferenceSaysWhetherItMayHaveSidebars(String allowed, Sidebar kind, int code) {
        house.done(update(ALICE, main, description("<xcon:allow-sidebars>" + allowed + "</xcon:allow-sidebars>")));

        CcmpResponse response = house.ask(kind.create(ALICE, main));

        assertThat(response.code().number()).isEqualTo(code);
        assertThat(kind.heldBy(house, main, ALICE)).hasSize(code == 200 ? 1 : 0);
        if (code == 403) {
            assertThat(response.reason()).contains("allow-sidebars");
            assertThat(response.version()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"CCMP-D4-22", "DM-4.2.2-03"})
    void whereTheConferenceSaysNothingASettingDecides(Sidebar kind) {
        House strict = House.open(Parley.Builder::sidebarsOnlyWhereSaid);
        String silent = Sidebar.main(strict);
        String saying = strict.done(conf(Operation.CREATE, ALICE)
                        .info(confInfo(
                                "xcon:AUTO_GENERATE_1@example.com",
                                description("<xcon:allow-sidebars>true</xcon:allow-sidebars>"))))
                .confObjId()
                .orElseThrow();

        house.done(kind.create(ALICE, main));
        assertThat(strict.ask(kind.create(ALICE, silent)).code()).isEqualTo(ResponseCode.FORBIDDEN);
        strict.done(kind.create(ALICE, saying));
    }

    @ParameterizedTest
    @EnumSource
    void itIsForThoseWhoTakePart(Sidebar kind) {
        house.done(kind.create(CAROL, main));

        CcmpResponse response = house.ask(kind.create("xcon-userid:mallory@example.com", main));

        assertThat(response.code()).isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(response.version()).isEmpty();
        assertThat(kind.heldBy(house, main, ALICE)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aLabelThatIsGeneratedIsNoneOfTheMainConference(Sidebar kind) {
        house.done(update(ALICE, main, description(TEXT_MEDIUM)));
        ConferenceInfo before = new ConferenceInfo(house.documentOf(main, ALICE));
        CcmpResponse created = house.done(kind.create(ALICE, main, description(TEXT_MEDIUM)));

        assertThat(new ConferenceInfo(created.body().info().orElseThrow()).media())
                .extracting(Medium::label)
                .doesNotContainAnyElementsOf(
                        before.media().stream().map(Medium::label).toList());
    }
}
