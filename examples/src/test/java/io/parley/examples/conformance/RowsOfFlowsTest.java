package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.endpoint;
import static io.parley.examples.conformance.Roster.join;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.Action;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.conference.ConferenceInfo;
import io.parley.conference.Mix;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Validation;
import io.parley.document.Xcon;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUri;
import io.parley.inmemory.RecordingMcuGateway;
import io.parley.inmemory.RecordingSignalling.Bye;
import io.parley.spec.Requirement;
import io.parley.user.UriEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a conference does to focus and mixer, and what founding it gives (RFC 6504 sections 5, 6 and 8; RFC 5239). */
class RowsOfFlowsTest {

    private static final String PHONE = "sip:bob@example.com";

    private final House house = House.open();

    private static Element room(String name, String... types) {
        StringBuilder media = new StringBuilder();
        for (String type : types) {
            media.append("<info:entry label='")
                    .append(type)
                    .append("'><info:type>")
                    .append(type);
            media.append("</info:type></info:entry>");
        }
        return Documents.read("<info:conference-info entity='xcon:" + name
                + "@example.com'><info:conference-description><info:display-text>" + name
                + "</info:display-text><info:available-media>" + media
                + "</info:available-media></info:conference-description></info:conference-info>");
    }

    @Test
    @Requirement({"FLOW-5.2-01", "XF-9.1-01"})
    void onlyTheMatchingBlueprintsThatSheMayUseAreListed() {
        XconUri forbidden = XconUri.of("xcon:BoardRoom@example.com");
        AccessPolicy standard = AccessPolicy.standard();
        House guarded = House.open(parley -> parley.blueprint(room("VideoRoom", "audio", "video"))
                .blueprint(room("VideoConference1", "audio", "video"))
                .blueprint(room("BoardRoom", "audio", "video"))
                .policy(access -> access.action() == Action.SEE_BLUEPRINT
                                && !access.requester().isAdministrator()
                                && access.conference()
                                        .filter(asked -> asked.id().equals(forbidden))
                                        .isPresent()
                        ? Optional.of("not for you")
                        : standard.refusal(access)));
        String expression = "/conference-info[conference-description/available-media/entry/type='audio' and "
                + "conference-description/available-media/entry/type='video']";

        assertThat(Filters.blueprints(guarded, ALICE, expression))
                .containsExactlyInAnyOrder("xcon:VideoRoom@example.com", "xcon:VideoConference1@example.com");
        assertThat(Filters.blueprints(guarded, ALICE, "")).doesNotContain(forbidden.toString());
        assertThat(Filters.blueprints(guarded, ROOT, "")).contains(forbidden.toString());
    }

    @Test
    @Requirement("FLOW-5.1-03")
    void aNewConferenceIsHandedToTheMixerOnceBeforeTheAnswer() {
        house.memory().mcus().take();

        String conference = house.conferenceOf(ALICE);

        assertThat(house.memory().mcus().calls())
                .singleElement()
                .isInstanceOfSatisfying(
                        RecordingMcuGateway.Mix.class,
                        mix -> assertThat(mix.conference().id()).isEqualTo(XconUri.of(conference)));
    }

    @Test
    @Requirement("FLOW-6.2-02")
    void whoIsMutedIsOutOfTheMixBeforeTheAnswer() {
        String conference = withAudio();
        assertThat(stream(conference).heard()).isTrue();

        house.done(user(Operation.UPDATE, ALICE)
                .on(conference)
                .info(userInfo(
                        BOB,
                        "<info:endpoint entity='" + PHONE
                                + "'><info:media id='1'><info:status>recvonly</info:status></info:media>"
                                + "</info:endpoint>")));

        assertThat(stream(conference).heard()).isFalse();
    }

    @Test
    @Requirement("XF-5.1-01")
    void aModeratorTurnsAMediumAndOneUserLouder() {
        String conference = withAudio();

        house.done(update(
                ALICE,
                conference,
                description("<info:available-media><info:entry label='1'><xcon:controls><xcon:gain>-6</xcon:gain>"
                        + "</xcon:controls></info:entry></info:available-media>")));
        house.done(user(Operation.UPDATE, ALICE)
                .on(conference)
                .info(userInfo(
                        BOB,
                        "<info:endpoint entity='" + PHONE + "'><info:media id='1'><xcon:to-mixer name='AudioIn'>"
                                + "<xcon:controls><xcon:gain>5</xcon:gain></xcon:controls></xcon:to-mixer></info:media>"
                                + "</info:endpoint>")));

        assertThat(stream(conference).gainOut()).isEqualTo(-6);
        assertThat(stream(conference).gainIn()).isEqualTo(5);
    }

    private String withAudio() {
        String conference = house.done(conf(Operation.CREATE, ALICE)
                        .info(confInfo(
                                "xcon:AUTO_GENERATE_1@example.com",
                                description("<info:available-media><info:entry label='1'><info:type>audio</info:type>"
                                        + "</info:entry></info:available-media>"))))
                .confObjId()
                .orElseThrow();
        house.done(join(BOB, conference)
                .info(userInfo(
                        BOB,
                        "<info:endpoint entity='" + PHONE + "'><info:media id='1'><info:label>1</info:label>"
                                + "<info:status>sendrecv</info:status></info:media></info:endpoint>")));
        return conference;
    }

    private Mix.Stream stream(String conference) {
        return Mix.of(house.memory().mcus().mixOf(XconUri.of(conference)).orElseThrow())
                .streams()
                .get(0);
    }

    @Test
    @Requirement("FLOW-8.2-02")
    void aDeletedConferenceHasNoCallsAndNoMix() {
        String conference = house.conferenceOf(ALICE);
        for (String user : List.of(ALICE, BOB, CAROL)) {
            house.done(join(user, conference).info(userInfo(user, endpoint(phone(user)))));
        }
        assertThat(house.memory().mcus().mixOf(XconUri.of(conference))).isPresent();

        house.done(conf(Operation.DELETE, ALICE).on(conference));

        assertThat(house.memory().signalling().calls())
                .containsExactlyInAnyOrder(
                        bye(conference, phone(ALICE)), bye(conference, phone(BOB)), bye(conference, phone(CAROL)));
        assertThat(house.memory().mcus().mixOf(XconUri.of(conference))).isEmpty();
        assertThat(house.memory().mcus().calls())
                .last()
                .isEqualTo(new RecordingMcuGateway.Stop(XconUri.of(conference)));
    }

    private static String phone(String user) {
        return user.replace("xcon-userid:", "sip:");
    }

    private static Bye bye(String conference, String contact) {
        return new Bye(XconUri.of(conference), ContactUri.of(contact));
    }

    @Test
    @Requirement("XF-6.1-04")
    void everyCreationTellsTheSipUri() {
        String main = Sidebar.main(house);
        for (CcmpRequest creation : List.of(
                conf(Operation.CREATE, ALICE),
                conf(Operation.CREATE, ALICE).on(AUDIO_ROOM),
                conf(Operation.CREATE, ALICE).info(confInfo("xcon:team@example.com", "")),
                Sidebar.BY_VALUE.create(ALICE, main),
                Sidebar.BY_REFERENCE.create(ALICE, main))) {
            CcmpResponse created = house.done(creation);

            assertThat(new ConferenceInfo(created.body().info().orElseThrow()).confUris())
                    .as("%s", creation)
                    .extracting(UriEntry::uri)
                    .contains(created.confObjId().orElseThrow().replace("xcon:", "sip:"));
        }
    }

    @Test
    @Requirement("XF-7.1-01")
    void whatIsDescribedIsACloneOfTheDefaultBlueprintAndWhatIsNamedOfThatParent() {
        String standard = "xcon:default-blueprint@example.com";

        assertThat(parent(conf(Operation.CREATE, ALICE).info(confInfo("xcon:team@example.com", ""))))
                .contains(standard);
        assertThat(parent(conf(Operation.CREATE, ALICE))).contains(standard);
        assertThat(parent(conf(Operation.CREATE, ALICE).on(AUDIO_ROOM))).contains(AUDIO_ROOM);
        assertThat(parent(blueprint(Operation.CREATE, ROOT).info(confInfo("xcon:room@example.com", ""))))
                .contains(standard);
    }

    private Optional<String> parent(CcmpRequest creation) {
        return house.done(creation)
                .body()
                .info()
                .flatMap(document -> document.textAt(Info.CONFERENCE_DESCRIPTION, Xcon.CLONING_PARENT));
    }

    @Test
    @Requirement("XF-6.2.1-02")
    void aConferenceIsChangedUnderItsXconUriHoweverItsUserCame() {
        String conference = house.conferenceOf(ALICE);
        String guest =
                house.done(Roster.joinBy("sip:dan@example.org", conference)).confUserId();
        String record = "<info:display-text>Dan</info:display-text>";
        CcmpRequest change = user(Operation.UPDATE, guest).info(userInfo(guest, record));

        assertThat(house.ask(change.on(conference.replace("xcon:", "sip:"))).code())
                .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        house.done(change.on(conference));
        assertThat(Roster.record(house, conference, ALICE, guest).childText(Info.DISPLAY_TEXT))
                .contains("Dan");
    }

    @Test
    @Requirement("XF-11.1-03")
    void aPasswordMakesAGuestAParticipantAndNoMore() {
        String conference = Protected.conference(house, ALICE, "8601");
        house.done(join(BOB, conference).conferencePassword("8601"));

        house.done(conf(Operation.RETRIEVE, BOB).on(conference).conferencePassword("8601"));
        assertThat(house.ask(conf(Operation.DELETE, BOB).on(conference).conferencePassword("8601"))
                        .code())
                .isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(house.ask(Roster.add(BOB, conference, CAROL).conferencePassword("8601"))
                        .code())
                .isEqualTo(ResponseCode.UNAUTHORIZED);
    }

    @Test
    @Requirement("XF-5-01")
    void oneTypeServesForObjectsOfEveryKind() throws Exception {
        DocumentCodec codec = new DocumentCodec(Limits.defaults());
        String active = Sidebar.main(house);
        Map<String, Element> kinds = Map.of(
                "blueprint",
                house.done(blueprint(Operation.RETRIEVE, ROOT).on(AUDIO_ROOM))
                        .body()
                        .info()
                        .orElseThrow(),
                "reservation",
                house.documentOf(house.conferenceOf(ALICE), ALICE),
                "active conference",
                house.documentOf(active, ALICE),
                "sidebar",
                Sidebar.BY_VALUE
                        .document(house, Sidebar.BY_VALUE.of(house, active, ALICE), ALICE)
                        .element());

        for (Map.Entry<String, Element> kind : kinds.entrySet()) {
            assertThat(codec.read(codec.write(kind.getValue())))
                    .as(kind.getKey())
                    .isEqualTo(kind.getValue());
            assertThat(Validation.ofDocument(kind.getValue())).as(kind.getKey()).isEmpty();
        }
    }
}
