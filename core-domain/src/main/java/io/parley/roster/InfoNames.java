package io.parley.roster;

import io.parley.document.Name;

/** The names by which MS-CONFBAS extends the documents of RFC 4575 (MS-CONFBAS sections 8.2 and 8.3). */
public final class InfoNames {

    /** The namespace of the extensions. */
    public static final String MSCI = "http://schemas.microsoft.com/rtc/2005/08/confinfoextensions";

    /** {@code separator}, at which a group of extensions begins (MS-CONFBAS section 2.2.2.6). */
    public static final Name SEPARATOR = Name.of("urn:ietf:params:xml:ns:conference-info-separator", "separator");

    /** {@code conference-view}. */
    public static final Name CONFERENCE_VIEW = msci("conference-view");

    /** {@code entity-view}. */
    public static final Name ENTITY_VIEW = msci("entity-view");

    /** {@code entity-capabilities}. */
    public static final Name ENTITY_CAPABILITIES = msci("entity-capabilities");

    /** {@code entity-policy}. */
    public static final Name ENTITY_POLICY = msci("entity-policy");

    /** {@code entity-settings}. */
    public static final Name ENTITY_SETTINGS = msci("entity-settings");

    /** {@code entity-state}. */
    public static final Name ENTITY_STATE = msci("entity-state");

    /** {@code locked} in an {@code entity-state}. */
    public static final Name LOCKED = msci("locked");

    /** {@code authMethod} of an endpoint. */
    public static final Name AUTH_METHOD = msci("authMethod");

    /** Whether a device has come from inside or outside: what the focus finds, and no client says. */
    public static final Name ACCESS_METHOD = msci("accessMethod");

    /** The attribute {@code session-type}: to what an endpoint is connected. */
    public static final Name SESSION_TYPE = msci("session-type");

    /** The attribute {@code endpoint-uri}: where an endpoint is reached. */
    public static final Name ENDPOINT_URI = msci("endpoint-uri");

    /** The attribute {@code endorser}. */
    public static final Name ENDORSER = msci("endorser");

    /** The attribute {@code endorser-display-name}. */
    public static final Name ENDORSER_DISPLAY_NAME = msci("endorser-display-name");

    /** The attribute {@code state} as the extensions bear it. */
    public static final Name STATE = Name.of(Name.INFO_NAMESPACE, "state");

    private InfoNames() {}

    /** A name of the extensions. */
    public static Name msci(String local) {
        return Name.of(MSCI, local);
    }
}
