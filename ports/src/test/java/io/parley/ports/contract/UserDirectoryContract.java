package io.parley.ports.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.ports.out.UserDirectory;
import io.parley.spec.Requirement;
import io.parley.user.RegisteredUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What a {@link UserDirectory} knows of users. */
public interface UserDirectoryContract {

    /** Alice, who has two contacts. */
    RegisteredUser ALICE = new RegisteredUser(
            XconUserId.of("Alice", "example.com"),
            "Alice L.",
            Set.of(ContactUri.of("sip:alice@work.example.net"), ContactUri.of("mailto:alice@example.net")),
            true);

    /** Bob, of whom nothing is known. */
    RegisteredUser BOB = RegisteredUser.of(XconUserId.of("Bob", "example.com"));

    /** A directory that registers nobody on first sight, and knows {@code users}. */
    UserDirectory directory(RegisteredUser... users);

    private static XconUserId id(String name) {
        return XconUserId.of(name, "example.com");
    }

    private static ContactUri contact(String text) {
        return ContactUri.of(text);
    }

    @Test
    default void aRegisteredUserIsFoundWithAllThatIsKnown() {
        UserDirectory directory = directory(ALICE, BOB);
        assertThat(directory.find(ALICE.id())).contains(ALICE);
        assertThat(directory.registered(BOB.id())).contains(BOB);
    }

    @Test
    default void aStrangerIsNotFound() {
        UserDirectory directory = directory(ALICE);
        assertThat(directory.find(id("nobody"))).isEmpty();
        assertThat(directory.registered(id("nobody"))).isEmpty();
        assertThat(directory.owner(contact("tel:+390812345678"))).isEmpty();
    }

    @Test
    default void identifiersAreComparedInLowerCaseAndKeptAsFirstWritten() {
        UserDirectory directory = directory(ALICE);
        assertThat(directory.find(id("aLICE")).orElseThrow().id()).hasToString("xcon-userid:Alice@example.com");
        assertThat(directory.claim(id("aLICE"), Set.of()).id()).hasToString("xcon-userid:Alice@example.com");
    }

    @Test
    default void aContactLeadsToItsUser() {
        UserDirectory directory = directory(ALICE, BOB);
        assertThat(directory.owner(contact("SIP:alice@WORK.example.net"))).contains(ALICE);
        assertThat(directory.owner(contact("mailto:alice@example.net"))).contains(ALICE);
    }

    @Test
    default void whoClaimsWhatNobodyHasIsRegisteredWithIt() {
        UserDirectory directory = directory();
        Set<ContactUri> contacts = Set.of(contact("tel:+390812345678"), contact("sip:ciccio@example.net"));
        RegisteredUser ciccio = directory.claim(id("Ciccio"), contacts);
        assertThat(ciccio).isEqualTo(new RegisteredUser(id("Ciccio"), "Ciccio", contacts, false));
        assertThat(directory.registered(id("ciccio"))).contains(ciccio);
        assertThat(directory.find(id("ciccio"))).contains(ciccio);
        assertThat(contacts)
                .allSatisfy(contact -> assertThat(directory.owner(contact)).contains(ciccio));
    }

    @Test
    default void claimingAgainChangesNothing() {
        UserDirectory directory = directory();
        RegisteredUser first = directory.claim(id("Ciccio"), Set.of(contact("tel:+390812345678")));
        assertThat(directory.claim(id("Ciccio"), Set.of(contact("tel:+390812345678"))))
                .isEqualTo(first);
        assertThat(directory.find(id("Ciccio"))).contains(first);
    }

    @Test
    default void aRegisteredUserWhoClaimsMoreHasBothAndStaysWhoHeIs() {
        UserDirectory directory = directory(ALICE);
        RegisteredUser more = directory.claim(ALICE.id(), Set.of(contact("tel:+1")));
        assertThat(more.contacts()).hasSize(3).containsAll(ALICE.contacts()).contains(contact("tel:+1"));
        assertThat(more.displayName()).isEqualTo("Alice L.");
        assertThat(more.administrator()).isTrue();
        assertThat(directory.owner(contact("tel:+1"))).contains(more);
    }

    @Test
    default void whoClaimsWhatBelongsToSomebodyElseIsThatUser() {
        UserDirectory directory = directory(ALICE);
        RegisteredUser answer =
                directory.claim(id("Mallory"), Set.of(contact("mailto:alice@example.net"), contact("tel:+1")));
        assertThat(answer).isEqualTo(ALICE);
    }

    @Test
    default void whoClaimsWhatBelongsToSomebodyElseRegistersNothing() {
        UserDirectory directory = directory(ALICE, BOB);
        Set<ContactUri> contacts = Set.of(contact("mailto:alice@example.net"), contact("tel:+1"));
        directory.claim(id("Mallory"), contacts);
        directory.claim(BOB.id(), contacts);
        assertThat(directory.registered(id("Mallory"))).isEmpty();
        assertThat(directory.owner(contact("tel:+1"))).isEmpty();
        assertThat(directory.find(ALICE.id())).contains(ALICE);
        assertThat(directory.find(BOB.id())).contains(BOB);
    }

    @Test
    @Requirement("CCMP-D6-03")
    default void ofThoseWhoClaimOneContactAtOnceOneIsTheAnswerToAll() {
        UserDirectory directory = directory();
        Set<ContactUri> contacts = Set.of(contact("tel:+390812345678"), contact("sip:ciccio@example.net"));
        List<Callable<RegisteredUser>> claims = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            XconUserId id = id("fresh" + i);
            claims.add(() -> directory.claim(id, contacts));
        }
        List<RegisteredUser> answers = Crowd.together(claims);
        assertThat(answers).containsOnly(answers.get(0));
        for (int i = 0; i < 8; i++) {
            boolean won = answers.get(0).id().equals(id("fresh" + i));
            assertThat(directory.registered(id("fresh" + i)).isPresent()).isEqualTo(won);
        }
    }
}
