package io.parley.ccmp;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.identity.ContactUri;
import io.parley.user.User;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody whose XCON-USERID the sender of a {@code userRequest/create} does not know, and writes as a placeholder (RFC 6503 section
 * 5.3.6). His contacts tell whether the system knows him.
 *
 * @param placeholder the number of the placeholder
 * @param contacts his signalling URIs and addresses of record
 */
public record Newcomer(String placeholder, Set<ContactUri> contacts) {

    private static final Pattern ENTITY =
            Pattern.compile("(?<scheme>(?i:xcon-userid):)?AUTO_GENERATE_0*(?<number>[0-9]+)(?<domain>@.+)?");

    /** Copies the contacts. */
    public Newcomer {
        contacts = Set.copyOf(contacts);
    }

    /** The newcomer whom {@code request} brings, if it brings one. */
    public static Optional<Newcomer> in(CcmpRequest request) {
        if (request.message() != Message.USER
                || request.operation().filter(Operation.CREATE::equals).isEmpty()) {
            return Optional.empty();
        }
        return request.body().info().flatMap(user -> {
            Matcher entity = ENTITY.matcher(user.attribute(Attributes.ENTITY).orElse(""));
            boolean isPlaceholder = entity.matches() && (entity.start("domain") < 0 || entity.start("scheme") == 0);
            return isPlaceholder ? Optional.of(new Newcomer(entity.group("number"), contacts(user))) : Optional.empty();
        });
    }

    /** The contacts that a user record states: the entities of its endpoints and its addresses of record. */
    public static Set<ContactUri> contacts(Element user) {
        return new User(user).contacts();
    }
}
