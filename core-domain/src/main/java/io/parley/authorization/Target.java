package io.parley.authorization;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;
import io.parley.user.Role;
import java.util.Collection;
import java.util.Locale;

/**
 * Whom an entry of {@code allowed-users-list} or {@code deny-users-list} means (RFC 6501 sections 4.6.3 and 4.6.4): without {@code :} a
 * role, with {@code *@} before the host everybody of a domain, else the user who owns the URI.
 *
 * @param uri the value of the entry's {@code uri}
 */
public record Target(String uri) {

    /** The target of an entry. */
    public static Target of(Element entry) {
        return new Target(entry.attribute(Attributes.URI).orElse(""));
    }

    /** Whether it means {@code user}, who has these roles in the conference. */
    public boolean matches(RegisteredUser user, Collection<Role> roles) {
        int anyone = uri.indexOf("*@");
        if (anyone == 0 || (anyone > 0 && uri.charAt(anyone - 1) == ':')) {
            return isOfDomain(user, uri.substring(anyone + 2).toLowerCase(Locale.ROOT));
        }
        if (!uri.contains(":")) {
            return roles.contains(Role.of(uri));
        }
        return XconUserId.parse(uri).filter(user.id()::equals).isPresent()
                || ContactUri.parse(uri).filter(user.contacts()::contains).isPresent();
    }

    private static boolean isOfDomain(RegisteredUser user, String domain) {
        return user.id().isOf(domain)
                || user.contacts().stream()
                        .anyMatch(
                                contact -> contact.host().filter(domain::equals).isPresent());
    }
}
