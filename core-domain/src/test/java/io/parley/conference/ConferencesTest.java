package io.parley.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.IdentifierKind;
import io.parley.document.Info;
import io.parley.document.Merge;
import io.parley.document.Placeholders;
import io.parley.document.Schema;
import io.parley.document.Validation;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import io.parley.user.AdmissionPolicy;
import io.parley.user.DialMethod;
import io.parley.user.EndpointMedia;
import io.parley.user.JoinHandling;
import io.parley.user.PersistentUser;
import io.parley.user.Role;
import io.parley.user.UriEntry;
import io.parley.user.UriPurpose;
import io.parley.user.User;
import io.parley.user.VideoLayout;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConferencesTest {

    private static final XconUri WEEKLY = XconUri.of("xcon:weekly@example.com");
    private static final XconUserId BOB = XconUserId.of("xcon-userid:bob@example.com");
    private static final Instant NINE = Instant.parse("2030-01-07T09:00:00Z");

    private static ConferenceBuilder weekly() {
        return Conferences.builder(WEEKLY)
                .title("Weekly")
                .subject("The week")
                .freeText("Bring tea")
                .keywords("week", "tea")
                .textLanguage("en")
                .language("de")
                .maximumUsers(10)
                .allowSidebars(true)
                .confUri("sip:weekly@example.com", UriPurpose.PARTICIPATION, "1234")
                .serviceUri("http://example.com/weekly", UriPurpose.WEB_PAGE)
                .medium("1", "audio")
                .medium(Conferences.medium("2")
                        .type("video")
                        .displayText("camera")
                        .mixingMode("loudest")
                        .codecs(CodecDecision.AUTOMATIC, new Codec("c1", CodecPolicy.DISALLOWED, "H264"))
                        .controls(Conferences.controls().videoLayout(VideoLayout.QUAD_VIEW)))
                .time(Conferences.time("BEGIN:VCALENDAR\nEND:VCALENDAR")
                        .mixingStart(NINE, Role.MODERATOR)
                        .notifyEndSeconds(600)
                        .mayExtend(false))
                .hostName("Example")
                .hostPage("https://example.com/")
                .hostUri("sip:host@example.com", "front desk")
                .locked(true)
                .allowEventSubscription(false)
                .joinHandling(JoinHandling.ALLOW)
                .allow("sip:bob@example.com", DialMethod.DIAL_OUT)
                .user(Conferences.user(BOB).displayName("Bob").role(Role.MODERATOR))
                .allowFloorEvents(true)
                .floorRequestHandling(FloorRequestHandling.CONFIRM)
                .floor(Conferences.floor("f1")
                        .media("1", "2")
                        .algorithm(FloorAlgorithm.FCFS)
                        .maximumUsers(1)
                        .moderator("7"));
    }

    @Test
    void aBuiltDocumentIsValid() {
        assertThat(Validation.ofDocument(weekly().build())).isEmpty();
    }

    @Test
    void theDescriptionReadsAsItWasBuilt() {
        ConferenceInfo info = new ConferenceInfo(weekly().build());

        assertThat(info.id()).isEqualTo(WEEKLY);
        assertThat(info.title()).contains("Weekly");
        assertThat(info.subject()).contains("The week");
        assertThat(info.freeText()).contains("Bring tea");
        assertThat(info.keywords()).containsExactly("week", "tea");
        assertThat(info.textLanguage()).contains("en");
        assertThat(info.language()).contains("de");
        assertThat(info.maximumUserCount()).contains(10);
        assertThat(info.allowSidebars()).contains(true);
        assertThat(info.cloningParent()).isEmpty();
        assertThat(info.sidebarParent()).isEmpty();
        UriEntry way = info.confUris().get(0);
        assertThat(way.uri()).isEqualTo("sip:weekly@example.com");
        assertThat(way.purpose()).contains("participation");
        assertThat(way.passwords()).containsExactly("1234");
        assertThat(info.serviceUris()).extracting(UriEntry::uri).containsExactly("http://example.com/weekly");
        HostInfo host = info.host().orElseThrow();
        assertThat(host.displayName()).contains("Example");
        assertThat(host.webPage()).contains("https://example.com/");
        assertThat(host.uris().get(0).displayText()).contains("front desk");
    }

    @Test
    void mediaTimesAndFloorsReadAsTheyWereBuilt() {
        ConferenceInfo info = new ConferenceInfo(weekly().build());

        assertThat(info.media()).extracting(Medium::label).containsExactly("1", "2");
        Medium video = info.medium("2").orElseThrow();
        assertThat(video.type()).contains("video");
        assertThat(video.mixingMode()).contains("loudest");
        assertThat(video.codecDecision()).contains("automatic");
        assertThat(video.codecs()).containsExactly(new Codec("c1", "disallowed", "H264"));
        assertThat(video.controls().flatMap(controls -> controls.videoLayout())).contains("quad-view");
        ConferenceTime time = info.times().get(0);
        assertThat(time.base()).startsWith("BEGIN:VCALENDAR");
        assertThat(time.mixingStart()).contains(NINE);
        assertThat(time.mixingStartRequires()).contains(Role.MODERATOR);
        assertThat(time.mixingEnd()).isEmpty();
        assertThat(time.notifyEndSeconds()).contains(600);
        assertThat(time.mayExtend()).contains(false);
        FloorInformation floors = info.floorInformation().orElseThrow();
        assertThat(floors.allowsEvents()).isTrue();
        assertThat(floors.requestHandling()).contains("confirm");
        assertThat(floors.floor("f1")).contains(info.floors().get(0));
        Floor floor = info.floors().get(0);
        assertThat(floor.mediaLabels()).containsExactly("1", "2");
        assertThat(floor.algorithm()).contains("FCFS");
        assertThat(floor.maximumUsers()).contains(1);
        assertThat(floor.moderator()).contains("7");
    }

    @Test
    void stateAndUsersReadAsTheyWereBuilt() {
        ConferenceInfo info = new ConferenceInfo(weekly().active(true).build());

        assertThat(info.isActive()).isTrue();
        assertThat(info.isLocked()).isTrue();
        assertThat(info.allowsEventSubscription()).isFalse();
        assertThat(info.userCount()).isEmpty();
        assertThat(info.users().find(BOB).map(User::roles)).contains(List.of(Role.MODERATOR));
        assertThat(info.users().joinHandling()).contains("allow");
    }

    @Test
    void aConferenceShowsItsDocument() {
        Conference blueprint = Conference.blueprint(weekly().build());

        assertThat(blueprint.info().title()).contains("Weekly");
        assertThat(blueprint.users().find(BOB).map(User::roles)).contains(List.of(Role.MODERATOR));
    }

    @Test
    void whereNothingIsSaidTheDefaultsOfTheRfcHold() {
        ConferenceInfo info = new ConferenceInfo(Conferences.builder(WEEKLY).build());

        assertThat(info.isActive()).isFalse();
        assertThat(info.isLocked()).isFalse();
        assertThat(info.allowsEventSubscription()).isTrue();
        assertThat(info.floors()).isEmpty();
        assertThat(info.users()).isEmpty();
        assertThat(info.sidebarsByReference()).isEmpty();
        assertThat(info.sidebarsByValue()).isEmpty();
    }

    @Test
    void aSidebarInTheDocumentOfItsMainConferenceIsAConferenceToo() {
        Element sidebars = Schema.SIDEBARS_BY_VAL.empty();
        Element sidebar = Schema.SIDEBARS_BY_VAL
                .child(Info.ENTRY)
                .adopt(Conferences.builder("xcon:aside@example.com")
                        .title("Aside")
                        .build());
        ConferenceInfo main = new ConferenceInfo(weekly().build().with(sidebars.with(sidebar)));

        assertThat(main.sidebarsByValue())
                .extracting(info -> info.title().orElse(""))
                .containsExactly("Aside");
    }

    @Test
    void changesRemoveWhatTheySayAndKeepTheRest() {
        Element changes = Conferences.changes(WEEKLY)
                .withoutTitle()
                .withoutSubject()
                .withoutFreeText()
                .withoutKeywords()
                .withoutLanguage()
                .withoutMaximumUsers()
                .withoutTimes()
                .withoutMedium("2")
                .withoutServiceUri("http://example.com/weekly")
                .withoutConfUri("sip:weekly@example.com")
                .floor(Conferences.floor("f1").media("1"))
                .withoutUser(BOB)
                .withoutJoinHandling()
                .allowNobody()
                .admissionPolicy(AdmissionPolicy.ANONYMOUS)
                .build();
        ConferenceInfo after = new ConferenceInfo(Merge.update(weekly().build(), changes));

        assertThat(Validation.ofChanges(changes)).isEmpty();
        assertThat(Validation.ofDocument(after.element())).isEmpty();
        assertThat(after.title()).isEmpty();
        assertThat(after.subject()).isEmpty();
        assertThat(after.freeText()).isEmpty();
        assertThat(after.keywords()).isEmpty();
        assertThat(after.language()).isEmpty();
        assertThat(after.maximumUserCount()).isEmpty();
        assertThat(after.times()).isEmpty();
        assertThat(after.media()).extracting(Medium::label).containsExactly("1");
        assertThat(after.serviceUris()).isEmpty();
        assertThat(after.confUris()).isEmpty();
        assertThat(after.floors().get(0).mediaLabels()).containsExactly("1");
        assertThat(after.floors().get(0).algorithm()).contains("FCFS");
        assertThat(after.users()).isEmpty();
        assertThat(after.users().joinHandling()).isEmpty();
        assertThat(after.users().allowed()).isEmpty();
        assertThat(after.users().admissionPolicy()).contains("anonymous");
        assertThat(after.isLocked()).isTrue();
    }

    @Test
    void changesCanRestOnAVersion() {
        assertThat(Conferences.changes(WEEKLY).basedOn(new Version(7)).build().attribute(Attributes.VERSION))
                .contains("7");
    }

    @Test
    @Requirement("CCMP-4.3-01")
    void aNewConferenceHoldsOnePlaceholderForEachUnknown() {
        Element document = Conferences.newConference("example.com")
                .newMedium("audio")
                .newMedium("video")
                .build();
        ConferenceInfo info = new ConferenceInfo(document);

        assertThat(info.id()).hasToString("xcon:AUTO_GENERATE_1@example.com");
        assertThat(info.media()).extracting(Medium::label).containsExactly("AUTO_GENERATE_2", "AUTO_GENERATE_3");
        Placeholders placeholders = Placeholders.in(document, "example.com");
        assertThat(placeholders.misplaced()).isEmpty();
        assertThat(placeholders.ofForeignDomains()).isEmpty();
        Element generated = placeholders.replacedIn(
                document, (number, kind) -> kind == IdentifierKind.XCON_URI ? WEEKLY.toString() : "10" + number);
        assertThat(new ConferenceInfo(generated).id()).isEqualTo(WEEKLY);
        assertThat(new ConferenceInfo(generated).media())
                .extracting(Medium::label)
                .containsExactly("102", "103");
    }

    @Test
    void aSequenceGoesOnBehindWhatARequestHolds() {
        Element request = Conferences.builder("xcon:AUTO_GENERATE_04@example.com")
                .medium("AUTO_GENERATE_7", "audio")
                .build();

        PlaceholderSequence sequence = PlaceholderSequence.after(request);

        assertThat(sequence.nextUser("example.com")).hasToString("xcon-userid:AUTO_GENERATE_8@example.com");
        assertThat(sequence.next()).isEqualTo("AUTO_GENERATE_9");
        assertThat(new User(Conferences.newUser("example.com").build()).id())
                .hasToString("xcon-userid:AUTO_GENERATE_1@example.com");
    }

    @Test
    @Requirement("CCMP-4.3-02")
    void aSequenceGivesEachUnknownOfARequestItsOwnNumber() {
        PlaceholderSequence sequence = new PlaceholderSequence();
        XconUri id = sequence.nextConference("example.com");
        List<String> labels = List.of(sequence.next(), sequence.next(), sequence.next());
        Element request = Conferences.builder(id)
                .medium(labels.get(0), "audio")
                .medium(labels.get(1), "video")
                .medium(labels.get(2), "text")
                .user(Conferences.user(BOB)
                        .endpoint(Conferences.endpoint("sip:bob@example.com")
                                .media(Conferences.endpointMedia(sequence.next())
                                        .label(labels.get(0)))
                                .media(Conferences.endpointMedia(sequence.next())
                                        .label(labels.get(1)))))
                .build();
        ConferenceInfo info = new ConferenceInfo(request);

        assertThat(info.media()).extracting(Medium::label).isEqualTo(labels).doesNotHaveDuplicates();
        List<EndpointMedia> streams =
                info.users().find(BOB).orElseThrow().endpoints().get(0).media();
        assertThat(streams).extracting(EndpointMedia::id).containsExactly("AUTO_GENERATE_5", "AUTO_GENERATE_6");
        assertThat(streams)
                .flatExtracting(stream -> stream.label().stream().toList())
                .containsExactly(labels.get(0), labels.get(1));
        assertThat(sequence.next()).isEqualTo(PlaceholderSequence.after(request).next());
    }

    @Test
    @Requirement("DM-4.6.3-14")
    void whoIsRememberedIsNotCounted() {
        PersistentUser carol =
                new PersistentUser("xcon-userid:carol@example.com", "Carol", "caz", List.of("carol@example.com"));
        ConferenceBuilder document = weekly().remember(carol);

        Conference conference = Conference.blueprint(document.build()).next(document.build());

        assertThat(Validation.ofDocument(conference.document())).isEmpty();
        assertThat(conference.users().persistentUsers()).containsExactly(carol);
        assertThat(conference.info().userCount()).contains(1);
    }

    @Test
    @Requirement("DM-4.5.4-02")
    void oneFloorMayGovernTwoStreams() {
        ConferenceInfo info = new ConferenceInfo(Conferences.builder(WEEKLY)
                .floor(Conferences.floor("f1").media("1", "2"))
                .build());

        assertThat(Validation.ofDocument(info.element())).isEmpty();
        assertThat(info.floors()).hasSize(1);
        assertThat(info.floors().get(0).mediaLabels()).containsExactly("1", "2");
    }

    @Test
    void whatIsNoConferenceIsRefused() {
        assertThatThrownBy(() -> Conferences.builder("sip:weekly@example.com"))
                .hasMessageContaining("sip:weekly@example.com");
        assertThatThrownBy(() -> new ConferenceInfo(Schema.USERS.empty())).hasMessageContaining("info:users");
    }
}
