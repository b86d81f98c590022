package io.parley.user;

import io.parley.document.Attributes;
import io.parley.document.Element;

/**
 * Whom the allowed-users list names, and how he comes in (RFC 6501 section 4.6.3). The two together tell the targets of a list apart.
 *
 * @param uri a user, a role, or {@code *@} and a domain
 * @param method how he comes in, a word of {@link DialMethod}
 */
public record AllowedTarget(String uri, String method) {

    /** The target of an entry; without a method it is one that dials in (RFC 6503 section 3.2). */
    static AllowedTarget of(Element target) {
        return new AllowedTarget(
                target.attribute(Attributes.URI).orElse(""),
                target.attribute(Attributes.METHOD).orElse(DialMethod.DIAL_IN));
    }
}
