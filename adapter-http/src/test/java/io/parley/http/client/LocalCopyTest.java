package io.parley.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.spec.Requirement;
import io.parley.user.User;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client knows of a conference behind its own updates (RFC 6503 section 4.2). */
class LocalCopyTest {

    private static final Sender ALICE = Sender.of("xcon-userid:alice@example.com");
    private static final XconUserId BOB = XconUserId.of("xcon-userid:bob@example.com");
    private static final XconUri ID = XconUri.of("xcon:1@example.com");
    private static final CcmpRequest NEW_TITLE =
            ALICE.update(ID, Conferences.changes(ID).title("New").build());

    private final Stub server = Stub.http();
    private final CcmpClient client = CcmpClient.builder().server(server.uri()).build();
    private LocalCopy copy;

    @BeforeEach
    void retrieve() throws CcmpException {
        server.responds(request -> TimeoutTest.conference(request, "Old", 3));
        copy = LocalCopy.of(client.send(ALICE.retrieve(ID)).response()).orElseThrow();
    }

    @AfterEach
    void end() {
        client.close();
        server.close();
    }

    private LocalCopy after(CcmpRequest update) throws CcmpException {
        return copy.after(update, client.send(update).response());
    }

    private static CcmpResponse accepted(CcmpRequest request, int version) {
        return CcmpResponse.to(request, ResponseCode.SUCCESS, "Success").version(new Version(version));
    }

    @Test
    @Requirement("CCMP-4.2-05")
    void theNextVersionSaysThatOursWasTheLatest() throws CcmpException {
        server.responds(request -> accepted(request, 4));

        LocalCopy after = after(NEW_TITLE);

        assertThat(after.isCurrent()).isTrue();
        assertThat(after.version()).isEqualTo(new Version(4));
        assertThat(after.conference().title()).contains("New");
        assertThat(after.synchronised(client, ALICE)).isEqualTo(after);
        assertThat(server.seen()).hasSize(2);
    }

    @Test
    @Requirement("CCMP-4.2-06")
    void aLaterVersionSaysThatOursWasStale() throws CcmpException {
        server.responds(request -> accepted(request, 5))
                .responds(request -> TimeoutTest.conference(request, "Both", 5));

        LocalCopy after = after(NEW_TITLE);

        assertThat(after.isCurrent()).isFalse();
        assertThat(server.seen()).hasSize(2);
        LocalCopy latest = after.synchronised(client, ALICE);
        assertThat(latest.isCurrent()).isTrue();
        assertThat(latest.version()).isEqualTo(new Version(5));
        assertThat(latest.conference().title()).contains("Both");
        assertThat(server.seen().get(2).request().action()).isEqualTo("confRequest/retrieve");
    }

    @Test
    @Requirement("CCMP-5.3.5-05")
    void theUsersInTheAnswerToAnUpdateAreIgnored() throws CcmpException {
        Element others = Conferences.users().user(Conferences.user(BOB)).build();
        server.responds(request -> accepted(request, 4).body(new Body.Info(others)));
        Element changes = Conferences.usersChanges().joinHandling("block").build();

        LocalCopy after = after(ALICE.updateUsers(ID, changes));

        assertThat(after.conference().users()).isEmpty();
        assertThat(after.conference().users().joinHandling()).contains("block");
        assertThat(after.conference().title()).contains("Old");
    }

    @Test
    void aChangeOfAUserIsOneOfTheConference() throws CcmpException {
        server.responds(request -> accepted(request, 4));

        LocalCopy after = after(ALICE.updateUser(
                ID, Conferences.userChanges(BOB).displayName("Bob").build()));

        assertThat(after.isCurrent()).isTrue();
        assertThat(after.conference().users())
                .singleElement()
                .extracting(User::displayName)
                .isEqualTo(Optional.of("Bob"));
    }

    @Test
    void whatTheServerGeneratesIsKnownByTheServerOnly() throws CcmpException {
        server.responds(request -> accepted(request, 4));

        assertThat(after(ALICE.update(
                                ID, Conferences.changes(ID).newMedium("audio").build()))
                        .isCurrent())
                .isFalse();
    }

    @Test
    void theConferenceInTheAnswerIsTaken() throws CcmpException {
        server.responds(request -> TimeoutTest.conference(request, "Merged", 9));

        LocalCopy after = after(NEW_TITLE);

        assertThat(after.isCurrent()).isTrue();
        assertThat(after.conference().title()).contains("Merged");
    }

    @Test
    void aConflictSaysThatTheCopyIsStale() throws CcmpException {
        server.responds(request ->
                CcmpResponse.to(request, ResponseCode.CONFLICT, "because").version(new Version(4)));

        LocalCopy after = after(NEW_TITLE);

        assertThat(after.isCurrent()).isFalse();
        assertThat(after.conference()).isEqualTo(copy.conference());
    }

    @Test
    void aRefusalSaysNothingAboutIt() throws CcmpException {
        server.responds(ResponseCode.FORBIDDEN_CHANGE_PROTECTED);

        assertThat(after(NEW_TITLE)).isEqualTo(copy);
    }
}
