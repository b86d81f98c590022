package io.parley.inmemory;

import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.ports.out.UserDirectory;
import io.parley.user.RegisteredUser;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the users of the system in the memory of this process.
 *
 * <p>A closed directory knows who was registered and who was given an identifier when he joined ({@link #claim}). An open one also
 * registers whoever shows an XCON-USERID {@code name@domain} of its own domain, on first sight of him or of his home contact
 * {@code sip:name@domain}, which is his unless it was registered for somebody else.
 *
 * <p>What bounds the memory: strangers are registered on first sight up to a limit, {@value #STRANGERS} unless configured, and those
 * beyond it stay unknown. Users who are registered or who claim their contacts are not limited here; whoever lets them in limits them.
 *
 * <p>All methods may be called by any number of threads at once; each takes effect at one instant, and nobody waits for a lock.
 */
public final class InMemoryUserDirectory implements UserDirectory {

    static final int STRANGERS = 1_000_000;

    private final Cell<Directory> known;

    private InMemoryUserDirectory(Home home) {
        this.known = new Cell<>(Directory.empty(home));
    }

    /** A directory without users in which strangers stay strangers. */
    public static InMemoryUserDirectory closed() {
        return new InMemoryUserDirectory(Home.NOWHERE);
    }

    /** A directory without users that registers those of {@code domain} on first sight. */
    public static InMemoryUserDirectory open(String domain) {
        return open(domain, STRANGERS);
    }

    /** A directory without users that registers those of {@code domain} on first sight, {@code limit} of them at most. */
    public static InMemoryUserDirectory open(String domain, int limit) {
        return new InMemoryUserDirectory(new Home(Optional.of(domain), limit));
    }

    /**
     * Registers {@code user}. If he is known already, his name and rights become those given here and the contacts are added to his.
     *
     * @throws IllegalArgumentException if one of the contacts belongs to somebody else already; then nothing changes
     */
    public InMemoryUserDirectory register(RegisteredUser user) {
        known.change(directory -> directory.registering(user));
        return this;
    }

    @Override
    public Optional<RegisteredUser> find(XconUserId id) {
        Optional<RegisteredUser> user = registered(id);
        return user.isPresent()
                ? user
                : known.change(directory -> directory.meeting(id)).user(id);
    }

    @Override
    public Optional<RegisteredUser> registered(XconUserId id) {
        return known.get().user(id);
    }

    @Override
    public Optional<RegisteredUser> owner(ContactUri contact) {
        Optional<RegisteredUser> owner = known.get().owner(contact);
        return owner.isPresent()
                ? owner
                : known.change(directory -> directory.meeting(contact)).owner(contact);
    }

    /** If several of the contacts belong to others, the first in the order of contacts decides. */
    @Override
    public RegisteredUser claim(XconUserId id, Set<ContactUri> contacts) {
        Directory after = known.change(directory -> directory.claiming(id, contacts));
        return after.ownerBeside(id, contacts).or(() -> after.user(id)).orElseThrow();
    }
}
