package io.parley.examples.server;

import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody with a password, as {@code --user} writes him: {@code NAME:PASSWORD[:XCON-USERID[:SIP-URI]]}.
 *
 * @param name the name with which he proves who he is
 * @param password the password; never holds a colon
 * @param id who he then is
 * @param contact where he can be called
 */
record Account(String name, String password, XconUserId id, Optional<ContactUri> contact) {

    private static final Pattern FORM = Pattern.compile(
            "(?<name>[^:]+):(?<password>[^:]+)(:(?<id>xcon-userid:.+?)(:(?<contact>sips?:.+))?)?",
            Pattern.CASE_INSENSITIVE);

    /**
     * The account that {@code text} describes; without an XCON-USERID it is that of the name in {@code domain}. An {@link
     * IllegalArgumentException} tells what is wrong, and no password.
     */
    static Account parse(String text, String domain) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "NAME:PASSWORD[:XCON-USERID[:SIP-URI]] is wanted, both URIs with their schemes");
        }
        String name = matcher.group("name");
        XconUserId id = Optional.ofNullable(matcher.group("id"))
                .map(XconUserId::of)
                .orElseGet(() -> XconUserId.of(name, domain));
        return new Account(
                name,
                matcher.group("password"),
                id,
                Optional.ofNullable(matcher.group("contact"))
                        .map(ContactUri::of)
                        .or(() -> matcher.group("id") == null
                                ? ContactUri.parse("sip:" + name + "@" + domain)
                                : Optional.empty()));
    }

    /** The user whose account it is. */
    RegisteredUser user(boolean administrator) {
        return new RegisteredUser(
                id, RegisteredUser.displayName(id), contact.map(Set::of).orElse(Set.of()), administrator);
    }

    /** For logs: without the password. */
    @Override
    public String toString() {
        return name + " who is " + id;
    }
}
