package io.parley.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.ports.contract.OpenUserDirectoryContract;
import io.parley.ports.contract.UserDirectoryContract;
import io.parley.ports.out.UserDirectory;
import io.parley.user.RegisteredUser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryUserDirectoryTest {

    private static final XconUserId DAVE = XconUserId.of("dave", "example.com");
    private static final XconUserId EVE = XconUserId.of("eve", "example.com");
    private static final ContactUri DAVES = ContactUri.of("sip:dave@example.com");

    private static InMemoryUserDirectory registered(InMemoryUserDirectory directory, RegisteredUser... users) {
        List.of(users).forEach(directory::register);
        return directory;
    }

    @Nested
    class Closed implements UserDirectoryContract {
        @Override
        public UserDirectory directory(RegisteredUser... users) {
            return registered(InMemoryUserDirectory.closed(), users);
        }
    }

    @Nested
    class Open implements UserDirectoryContract, OpenUserDirectoryContract {
        @Override
        public UserDirectory directory(RegisteredUser... users) {
            return registered(InMemoryUserDirectory.open("elsewhere.example.org"), users);
        }

        @Override
        public UserDirectory openDirectory(String domain, RegisteredUser... users) {
            return registered(InMemoryUserDirectory.open(domain), users);
        }
    }

    @Test
    void strangersBeyondTheLimitStayUnknown() {
        InMemoryUserDirectory directory = InMemoryUserDirectory.open("example.com", 1);
        assertThat(directory.find(DAVE)).isPresent();
        assertThat(directory.find(EVE)).isEmpty();
        assertThat(directory.owner(ContactUri.of("sip:eve@example.com"))).isEmpty();
        assertThat(directory.find(DAVE)).isPresent();
        assertThatThrownBy(() -> InMemoryUserDirectory.open("example.com", -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoIsRegisteredOrClaimsDoesNotCountAsAStranger() {
        InMemoryUserDirectory directory = InMemoryUserDirectory.open("example.com", 1);
        directory.register(RegisteredUser.of(XconUserId.of("alice", "example.com")));
        directory.claim(XconUserId.of("generated", "example.com"), Set.of(ContactUri.of("tel:+1")));
        assertThat(directory.find(DAVE)).isPresent();
    }

    @Test
    void theSipUriOfAStrangerBeyondTheLimitCanBeClaimed() {
        InMemoryUserDirectory directory = InMemoryUserDirectory.open("example.com", 0);
        assertThat(directory.claim(EVE, Set.of(DAVES)).id()).isEqualTo(EVE);
    }

    @Test
    void whoIsRegisteredAfterHeWasSeenKeepsHisContacts() {
        InMemoryUserDirectory directory = InMemoryUserDirectory.open("example.com");
        assertThat(directory.find(DAVE)).isPresent();
        Set<ContactUri> more = Set.of(ContactUri.of("tel:+1"));
        directory.register(new RegisteredUser(XconUserId.of("DAVE", "example.com"), "Dave D.", more, true));
        RegisteredUser dave = directory.find(DAVE).orElseThrow();
        assertThat(dave).isEqualTo(new RegisteredUser(DAVE, "Dave D.", Set.of(DAVES, ContactUri.of("tel:+1")), true));
        assertThat(dave.id()).hasToString("xcon-userid:dave@example.com");
        assertThat(directory.owner(DAVES)).contains(dave);
    }

    @Test
    void whatBelongsToSomebodyCannotBeRegisteredForAnother() {
        InMemoryUserDirectory directory = InMemoryUserDirectory.closed();
        directory.register(new RegisteredUser(DAVE, "Dave", Set.of(DAVES), false));
        RegisteredUser eve = new RegisteredUser(EVE, "Eve", Set.of(DAVES, ContactUri.of("tel:+1")), false);
        assertThatThrownBy(() -> directory.register(eve))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sip:dave@example.com")
                .hasMessageContaining("xcon-userid:dave@example.com");
        assertThat(directory.registered(EVE)).isEmpty();
        assertThat(directory.owner(ContactUri.of("tel:+1"))).isEmpty();
    }

    @Test
    void aSecondSpellingOfAHomeContactTakesNoMemory() {
        InMemoryUserDirectory directory = InMemoryUserDirectory.open("example.com");
        RegisteredUser dave = directory.find(DAVE).orElseThrow();
        assertThat(directory.owner(ContactUri.of("sip:DAVE@example.com"))).contains(dave);
        assertThat(directory.find(DAVE).orElseThrow().contacts()).containsExactly(DAVES);
    }
}
