package io.parley.engine;

import io.parley.focus.AuthMethod;
import io.parley.identity.ContactUri;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.participation.Caller;
import io.parley.ports.in.FocusService.Signaller;
import io.parley.ports.out.IdGenerator;
import io.parley.ports.out.UserDirectory;
import io.parley.user.RegisteredUser;
import java.util.Optional;
import java.util.Set;

/**
 * Who is who: the user directory ties one SIP address of record to one XCON-USERID. Our own domain is the enterprise, {@code anonymous.invalid}
 * is nobody that one could know, every other domain is federated.
 */
final class Identities {

    private static final String ANONYMOUS = "anonymous.invalid";

    private final String domain;
    private final UserDirectory users;
    private final IdGenerator ids;

    Identities(String domain, UserDirectory users, IdGenerator ids) {
        this.domain = domain;
        this.users = users;
        this.ids = ids;
    }

    /** As what somebody of that address is known. */
    AuthMethod method(SipUri uri) {
        if (uri.isOf(ANONYMOUS)) {
            return AuthMethod.ANONYMOUS;
        }
        return uri.isOf(domain) ? AuthMethod.ENTERPRISE : AuthMethod.FEDERATED;
    }

    /**
     * Who comes; empty if he claims to be of our own domain and is not known here, where strangers are not taken. Somebody of another domain is
     * given an identifier when he comes first.
     */
    Optional<Caller> caller(Signaller signaller) {
        return user(signaller.uri()).map(user -> caller(signaller, user));
    }

    /** As {@link #caller}, but nobody is registered by asking: somebody of another domain who has not come yet has an identifier for this once. */
    Optional<Caller> visitor(Signaller signaller) {
        SipUri uri = signaller.uri();
        Optional<RegisteredUser> known = known(uri);
        return known.or(() -> method(uri) == AuthMethod.ENTERPRISE ? Optional.empty() : Optional.of(unregistered(uri)))
                .map(user -> caller(signaller, user));
    }

    private Caller caller(Signaller signaller, RegisteredUser user) {
        AuthMethod method = method(signaller.uri());
        boolean authenticated = signaller.authenticated() && method != AuthMethod.ANONYMOUS;
        return new Caller(signaller.uri(), user, method, authenticated, signaller.showsKey());
    }

    private RegisteredUser unregistered(SipUri uri) {
        XconUserId once = XconUserId.of(ids.token(), domain);
        return new RegisteredUser(once, RegisteredUser.displayName(once), Set.of(ContactUri.of(address(uri))), false);
    }

    /** The user of that address. */
    Optional<RegisteredUser> user(SipUri uri) {
        ContactUri contact = ContactUri.of(address(uri));
        Optional<RegisteredUser> owner = users.owner(contact);
        return owner.isPresent() || method(uri) == AuthMethod.ENTERPRISE
                ? owner
                : Optional.of(users.claim(XconUserId.of(ids.token(), domain), Set.of(contact)));
    }

    /** Whom an MCU shows under that address. It has let him in, so that he is given an identifier even if he is of our own domain and not known here. */
    RegisteredUser shown(SipUri uri) {
        return user(uri)
                .orElseGet(() -> users.claim(XconUserId.of(ids.token(), domain), Set.of(ContactUri.of(address(uri)))));
    }

    /** The user of that address, if he is known already; nobody is registered by asking. */
    Optional<RegisteredUser> known(SipUri uri) {
        return users.owner(ContactUri.of(address(uri)));
    }

    private String address(SipUri uri) {
        return uri.folded(domain).addressOfRecord().toString();
    }
}
