package io.parley.mcu;

import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pRole;
import io.parley.c3p.C3pUser;
import io.parley.document.Element;
import io.parley.document.ElementType;

/** The roles of users and of their endpoints, which are the same in an MCU. */
final class Roles {

    private Roles() {}

    /** {@code user} and his endpoint in that role. */
    static C3pUser given(C3pUser user, C3pRole role) {
        Element roles = ElementType.foreign(C3pNames.msci("roles")).empty().with(C3pNames.ENTRY, role.word());
        return user.withRole(role)
                .withEndpoints(user.endpoints().stream()
                        .map(endpoint -> endpoint.with(roles))
                        .toList());
    }
}
