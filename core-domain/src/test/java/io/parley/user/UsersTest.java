package io.parley.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Merge;
import io.parley.document.Schema;
import io.parley.document.Validation;
import io.parley.document.Xcon;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsersTest {

    private static final XconUserId ALICE = XconUserId.of("xcon-userid:alice@example.com");
    private static final XconUserId BOB = XconUserId.of("xcon-userid:Bob@example.com");

    @Test
    @Requirement("DM-4.6.5-03")
    void aUserIsFoundWhateverTheCase() {
        Users users = new Users(Users.builder()
                .user(User.builder(ALICE).displayName("Alice"))
                .user(User.builder(BOB).role(Role.MODERATOR).role(Role.of("chair")))
                .build());

        assertThat(users.find(XconUserId.of("XCON-USERID:bob@EXAMPLE.com")).map(User::roles))
                .contains(List.of(Role.MODERATOR, Role.of("chair")));
        assertThat(users.find(BOB).orElseThrow().hasRole(Role.MODERATOR)).isTrue();
        assertThat(users.contains(XconUserId.of("xcon-userid:eve@example.com"))).isFalse();
        assertThat(users).extracting(User::id).containsExactly(ALICE, BOB);
        assertThat(users.stream()).hasSize(users.size());
    }

    @Test
    void thousandsOfUsersAreFoundToo() {
        UsersBuilder builder = Users.builder();
        IntStream.range(0, 2_000).forEach(n -> builder.user(User.builder(XconUserId.of("user" + n, "example.com"))));
        Users users = new Users(builder.build());

        assertThat(users.size()).isEqualTo(2_000);
        assertThat(users.find(XconUserId.of("user1234", "example.com"))).isPresent();
    }

    @Test
    void policiesAndListsReadAsTheyWereSaid() {
        PersistentUser carol =
                new PersistentUser("xcon-userid:carol@example.com", "Carol", "caz", List.of("carol@example.com"));
        Users users = new Users(Users.builder()
                .joinHandling("IVR")
                .admissionPolicy(AdmissionPolicy.CLOSED_AUTHENTICATED)
                .allow("sip:bob@example.com", DialMethod.DIAL_OUT)
                .allow("sip:bob@example.com", "sms")
                .remember(carol)
                .deny("*@bad.example")
                .build());

        assertThat(users.joinHandling()).contains("IVR");
        assertThat(users.admissionPolicy()).contains("closedAuthenticated");
        assertThat(users.allowed())
                .containsExactly(
                        new AllowedTarget("sip:bob@example.com", "dial-out"),
                        new AllowedTarget("sip:bob@example.com", "sms"));
        assertThat(users.denied()).containsExactly(new DeniedTarget("*@bad.example"));
        assertThat(users.persistentUsers()).containsExactly(carol);
        assertThat(Validation.ofDocument(users.element())).isEmpty();
    }

    @Test
    @Requirement("DM-4.6.3-03")
    void theSameUriMayBeATargetByTwoMethods() {
        Users users = new Users(Users.builder()
                .allow("sip:bob@example.com", DialMethod.DIAL_IN)
                .allow("sip:bob@example.com", DialMethod.DIAL_OUT)
                .allow("sip:bob@example.com", DialMethod.DIAL_IN)
                .build());

        assertThat(users.allowed())
                .containsExactly(
                        new AllowedTarget("sip:bob@example.com", "dial-in"),
                        new AllowedTarget("sip:bob@example.com", "dial-out"));
    }

    @Test
    void aUserReadsAsHeWasBuilt() {
        User user = new User(User.builder(ALICE)
                .displayName("Alice")
                .aor("mailto:alice@example.com")
                .aor("tel:+4930123", "desk")
                .languages("de", "en")
                .anonymity(Anonymity.SEMI_PRIVATE)
                .mayInviteUsers(true)
                .endpoint(Endpoint.builder("sip:alice@pc.example.com")
                        .displayName("PC")
                        .status(EndpointStatus.CONNECTED)
                        .joiningMethod(JoiningMethod.DIALED_IN)
                        .media(EndpointMedia.builder("1")
                                .type("audio")
                                .label("34")
                                .status(MediaStatus.SENDRECV)
                                .toMixer(
                                        MixerName.AUDIO_IN,
                                        Controls.builder().mute(true).gain(-3))))
                .build());

        assertThat(user.displayName()).contains("Alice");
        assertThat(user.associatedAors())
                .extracting(UriEntry::uri)
                .containsExactly("mailto:alice@example.com", "tel:+4930123");
        assertThat(user.associatedAors().get(1).displayText()).contains("desk");
        assertThat(user.languages()).containsExactly("de", "en");
        assertThat(user.anonymity()).contains("semi-private");
        assertThat(user.mayInviteUsers()).isTrue();
        assertThat(user.mayReferUsers()).isFalse();
        Endpoint endpoint = user.endpoint("sip:alice@pc.example.com").orElseThrow();
        assertThat(user.endpoints()).containsExactly(endpoint);
        assertThat(endpoint.displayName()).contains("PC");
        assertThat(endpoint.status()).contains("connected");
        assertThat(endpoint.joiningMethod()).contains("dialed-in");
        EndpointMedia media = endpoint.media("1").orElseThrow();
        assertThat(media.label()).contains("34");
        Mixer mixer = media.toMixer().orElseThrow();
        assertThat(mixer.name()).isEqualTo("AudioIn");
        assertThat(mixer.holdsFloor("1")).isFalse();
        assertThat(mixer.controls().get(0).mute()).contains(true);
        assertThat(mixer.controls().get(0).gain()).contains(-3);
        assertThat(mixer.controls().get(0).videoLayout()).isEmpty();
        assertThat(Validation.ofDocument(user.element())).isEmpty();
    }

    @Test
    void changesOfAUserRemoveWhatTheySay() {
        Element before = User.builder(BOB)
                .displayName("Bob")
                .aor("mailto:bob@example.com")
                .languages("en")
                .anonymity(Anonymity.HIDDEN)
                .endpoint("sip:bob@a.example.com")
                .endpoint(Endpoint.builder("sip:bob@b.example.com")
                        .media(EndpointMedia.builder("1").type("audio"))
                        .media(EndpointMedia.builder("2").type("video")))
                .build();

        User after = new User(Merge.update(
                before,
                User.changes(BOB)
                        .withoutAor("mailto:bob@example.com")
                        .withoutLanguages()
                        .withoutAnonymity()
                        .withoutEndpoint("sip:bob@a.example.com")
                        .withoutMedia("sip:bob@b.example.com", "1")
                        .build()));

        assertThat(after.displayName()).contains("Bob");
        assertThat(after.associatedAors()).isEmpty();
        assertThat(after.languages()).isEmpty();
        assertThat(after.anonymity()).isEmpty();
        assertThat(after.endpoints()).extracting(Endpoint::entity).containsExactly("sip:bob@b.example.com");
        assertThat(after.endpoints().get(0).media())
                .extracting(EndpointMedia::id)
                .containsExactly("2");
    }

    @Test
    void changesOfTheUsersRemoveWhatTheySay() {
        Element before = Users.builder()
                .user(User.builder(ALICE))
                .user(User.builder(BOB))
                .joinHandling(JoinHandling.ALLOW)
                .deny("moderator")
                .build();

        Users after = new Users(Merge.update(
                before,
                Users.changes()
                        .withoutUser(BOB)
                        .withoutJoinHandling()
                        .denyNobody()
                        .user(User.changes(ALICE).displayName("Alice"))
                        .build()));

        assertThat(after).extracting(User::id).containsExactly(ALICE);
        assertThat(after.find(ALICE).flatMap(User::displayName)).contains("Alice");
        assertThat(after.joinHandling()).isEmpty();
        assertThat(after.denied()).isEmpty();
    }

    @Test
    void whatTheDataModelDoesNotAdmitReadsAsAbsent() {
        Controls controls = new Controls(
                Controls.builder().gain(3).build().with(Xcon.GAIN, "loud").with(Xcon.MUTE, "maybe"));
        Element info = Schema.USER.child(Info.ENDPOINT).child(Info.JOINING_INFO).empty();

        assertThat(controls.gain()).isEmpty();
        assertThat(controls.mute()).isEmpty();
        assertThat(new Execution(info.with(Info.WHEN, "yesterday")).when()).isEmpty();
        assertThat(new Execution(info.with(Info.WHEN, "2010-01-27T15:30:00+02:00")).when())
                .contains(Instant.parse("2010-01-27T13:30:00Z"));
        assertThat(new Execution(info.with(Info.WHEN, "2010-01-27T15:30:00")).when())
                .contains(Instant.parse("2010-01-27T15:30:00Z"));
    }

    @Test
    void aViewRefusesTheElementOfAnother() {
        assertThatThrownBy(() -> new User(Schema.USERS.empty())).hasMessageContaining("info:users");
        assertThatThrownBy(() -> new Users(Schema.USER.empty())).hasMessageContaining("info:user");
    }
}
