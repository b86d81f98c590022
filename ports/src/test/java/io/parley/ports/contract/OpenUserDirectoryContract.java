package io.parley.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.ports.out.UserDirectory;
import io.parley.spec.Requirement;
import io.parley.user.RegisteredUser;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a {@link UserDirectory} does in addition when its domain is open: strangers of that domain are registered on first sight. */
public interface OpenUserDirectoryContract {

    /** A directory that registers strangers of {@code domain} on first sight, and knows {@code users}. */
    UserDirectory openDirectory(String domain, RegisteredUser... users);

    private UserDirectory open(RegisteredUser... users) {
        return openDirectory("example.com", users);
    }

    private static ContactUri contact(String text) {
        return ContactUri.of(text);
    }

    @Test
    @Requirement("CCMP-I-04")
    default void aStrangerOfTheDomainIsRegisteredOnFirstSight() {
        UserDirectory directory = open();
        XconUserId dave = XconUserId.of("xcon-userid:Dave@EXAMPLE.com");
        assertThat(directory.registered(dave)).isEmpty();
        RegisteredUser met = directory.find(dave).orElseThrow();
        assertThat(met.id()).hasToString("xcon-userid:Dave@EXAMPLE.com");
        assertThat(met.displayName()).isEqualTo("Dave");
        assertThat(met.administrator()).isFalse();
        assertThat(directory.registered(dave)).contains(met);
        assertThat(directory.find(XconUserId.of("dave", "example.com"))).contains(met);
    }

    @Test
    @Requirement("CCMP-I-04")
    default void aStrangerOfAnotherDomainIsNot() {
        UserDirectory directory = open();
        assertThat(directory.find(XconUserId.of("dave", "example.net"))).isEmpty();
        assertThat(directory.find(XconUserId.of("dave", "sub.example.com"))).isEmpty();
        assertThat(directory.find(XconUserId.of("xcon-userid:dave"))).isEmpty();
        assertThat(directory.find(XconUserId.of("xcon-userid:@example.com"))).isEmpty();
    }

    @Test
    default void nobodyIsRegisteredByAskingWhetherHeIs() {
        UserDirectory directory = open();
        assertThat(directory.registered(XconUserId.of("dave", "example.com"))).isEmpty();
        assertThat(directory.registered(XconUserId.of("dave", "example.com"))).isEmpty();
    }

    @Test
    default void aStrangerOfTheDomainHasItsSipUriOfHisName() {
        UserDirectory directory = open();
        RegisteredUser dave =
                directory.find(XconUserId.of("dave", "example.com")).orElseThrow();
        assertThat(dave.contacts()).containsExactly(contact("sip:dave@example.com"));
        assertThat(directory.owner(contact("sip:dave@example.com"))).contains(dave);
    }

    @Test
    default void theSipUriOfANameLeadsToItsUserBeforeHeIsSeen() {
        UserDirectory directory = open();
        RegisteredUser dave = directory.owner(contact("sip:dave@EXAMPLE.com")).orElseThrow();
        assertThat(dave.id()).isEqualTo(XconUserId.of("dave", "example.com"));
        assertThat(directory.find(dave.id())).contains(dave);
    }

    @Test
    default void onlyTheBareSipUriOfTheDomainLeadsToAName() {
        UserDirectory directory = open();
        for (String other : Set.of(
                "sip:dave@example.net",
                "sips:dave@example.com",
                "sip:dave@example.com;transport=tcp",
                "sip:dave@example.com:5061",
                "sip:example.com",
                "mailto:dave@example.com")) {
            assertThat(directory.owner(contact(other))).as(other).isEmpty();
        }
        assertThat(directory.registered(XconUserId.of("dave", "example.com"))).isEmpty();
    }

    @Test
    default void whoClaimsTheSipUriOfANameIsTheUserOfThatName() {
        UserDirectory directory = open();
        RegisteredUser answer = directory.claim(
                XconUserId.of("generated", "example.com"), Set.of(contact("sip:dave@example.com"), contact("tel:+1")));
        assertThat(answer.id()).isEqualTo(XconUserId.of("dave", "example.com"));
        assertThat(directory.registered(XconUserId.of("generated", "example.com")))
                .isEmpty();
    }

    @Test
    default void aSipUriThatIsRegisteredForSomebodyElseStaysHis() {
        XconUserId boss = XconUserId.of("boss", "example.com");
        RegisteredUser registered =
                new RegisteredUser(boss, "The boss", Set.of(contact("sip:dave@example.com")), false);
        UserDirectory directory = open(registered);
        RegisteredUser dave =
                directory.find(XconUserId.of("dave", "example.com")).orElseThrow();
        assertThat(dave.contacts()).isEmpty();
        assertThat(directory.owner(contact("sip:dave@example.com")).map(RegisteredUser::id))
                .isEqualTo(Optional.of(boss));
    }

    @Test
    default void thoseWhoSeeAStrangerAtOnceSeeTheSame() {
        UserDirectory directory = open();
        XconUserId dave = XconUserId.of("dave", "example.com");
        RegisteredUser first = directory.find(dave).orElseThrow();
        assertThat(Crowd.together(8, () -> directory.find(dave))).containsOnly(Optional.of(first));
        XconUserId eve = XconUserId.of("eve", "example.com");
        assertThat(Crowd.together(8, () -> directory.find(eve)).stream().distinct())
                .hasSize(1);
    }
}
