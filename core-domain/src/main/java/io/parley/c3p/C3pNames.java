package io.parley.c3p;

import io.parley.document.Name;

/** The namespaces of MS-CONFBAS sections 7 and 8, and the names in them that Java code asks for. */
public final class C3pNames {

    /** Requests, responses and commands (section 7.1). */
    public static final String CCCP = "urn:ietf:params:xml:ns:cccp";

    /** Conference documents (RFC 4575, section 8.1). */
    public static final String CI = Name.INFO_NAMESPACE;

    /** The separator between groups of extensions (section 8.3). */
    public static final String CIS = "urn:ietf:params:xml:ns:conference-info-separator";

    /** Extensions of conference documents (section 8.2). */
    public static final String MSCI = "http://schemas.microsoft.com/rtc/2005/08/confinfoextensions";

    /** Later extensions of conference documents. */
    public static final String MSCI2 = "http://schemas.microsoft.com/rtc/2008/12/confinfoextensions";

    /** Extensions of C3P (section 7.2). */
    public static final String MSCP = "http://schemas.microsoft.com/rtc/2005/08/cccpextensions";

    /** The phone conferencing MCU (section 8.7). */
    public static final String MSACP = "http://schemas.microsoft.com/rtc/2005/08/acpconfinfoextensions";

    /** The application sharing MCU (section 8.8). */
    public static final String MSAS = "http://schemas.microsoft.com/rtc/2005/08/asconfinfoextensions";

    /** The audio-video MCU (section 8.5). */
    public static final String MSAV = "http://schemas.microsoft.com/rtc/2005/08/avconfinfoextensions";

    /** The web conferencing MCU (section 8.4). */
    public static final String MSDATA = "http://schemas.microsoft.com/rtc/2005/08/dataconfinfoextensions";

    /** The chat MCU (section 8.6). */
    public static final String MSIM = "http://schemas.microsoft.com/rtc/2005/08/imconfinfoextensions";

    /** What several MCUs share (section 8.9). */
    public static final String MSMCU = "http://schemas.microsoft.com/rtc/2009/03/commonmcuextensions";

    /** The separator. */
    public static final Name SEPARATOR = Name.of(CIS, "separator");

    /** A conference document. */
    public static final Name CONFERENCE_INFO = ci("conference-info");

    /** A user. */
    public static final Name USER = ci("user");

    /** The roles that a command sets. */
    public static final Name USER_ROLES = ci("user-roles");

    /** The roles of a user. */
    public static final Name ROLES = ci("roles");

    /** An entry of any list. */
    public static final Name ENTRY = ci("entry");

    /** An endpoint of a user. */
    public static final Name ENDPOINT = ci("endpoint");

    /** A medium of an endpoint. */
    public static final Name MEDIA = ci("media");

    /** A dialog. */
    public static final Name DIALOG_ID = ci("dialog-id");

    /** The name for humans. */
    public static final Name DISPLAY_TEXT = ci("display-text");

    /** How far an endpoint is. */
    public static final Name STATUS = ci("status");

    /** How an endpoint came in. */
    public static final Name JOINING_METHOD = ci("joining-method");

    /** The state of what the focus and its MCUs tell of themselves. */
    public static final Name CONFERENCE_VIEW = msci("conference-view");

    /** What the focus or one MCU tells of itself. */
    public static final Name ENTITY_VIEW = msci("entity-view");

    /** The attribute by which things are told apart. */
    public static final Name ENTITY = Name.unqualified("entity");

    /** The attribute that tells whether something is whole, changed or gone. */
    public static final Name STATE = Name.unqualified("state");

    /** The same on elements of the extensions. */
    public static final Name CI_STATE = ci("state");

    /** The MCU that executes a command. */
    public static final Name MCU_URI = Name.of(MSCP, "mcuUri");

    private C3pNames() {}

    /** A name of conference documents. */
    public static Name ci(String local) {
        return Name.of(CI, local);
    }

    /** A name of the extensions of conference documents. */
    public static Name msci(String local) {
        return Name.of(MSCI, local);
    }

    /** A name of the later extensions of conference documents. */
    public static Name msci2(String local) {
        return Name.of(MSCI2, local);
    }

    /** A name of C3P. */
    public static Name cccp(String local) {
        return Name.of(CCCP, local);
    }

    /** A name of the extensions of C3P. */
    public static Name mscp(String local) {
        return Name.of(MSCP, local);
    }
}
