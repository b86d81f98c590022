package io.parley.subscription;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;

/** The names of Microsoft's extensions of the conference document (MS-CONFBAS section 8). */
final class Msci {

    private static final String NAMESPACE = "http://schemas.microsoft.com/rtc/2005/08/confinfoextensions";
    private static final Name SEPARATOR = Name.of("urn:ietf:params:xml:ns:conference-info-separator", "separator");

    private Msci() {}

    static Name name(String local) {
        return Name.of(NAMESPACE, local);
    }

    static Element element(String local, String text) {
        return ElementType.foreign(name(local)).text(text);
    }

    static Element element(String local) {
        return ElementType.foreign(name(local)).empty();
    }

    static Element separator() {
        return ElementType.foreign(SEPARATOR).empty();
    }

    /** An element of RFC 4575 in a document that is no conference object's. */
    static Element info(Name name) {
        return ElementType.foreign(name).empty();
    }

    static Element info(Name name, String text) {
        return ElementType.foreign(name).text(text);
    }
}
