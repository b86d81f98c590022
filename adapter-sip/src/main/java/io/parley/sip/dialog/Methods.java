package io.parley.sip.dialog;

import java.util.Set;

/** What methods do to a dialog. */
final class Methods {

    /** Requests whose Contact is the new target of the dialog (RFC 5057 section 5.4). */
    static final Set<String> REFRESHING = Set.of("INVITE", "UPDATE", "SUBSCRIBE", "NOTIFY", "BENOTIFY", "REFER");

    /** Requests that mean nothing outside of a dialog. */
    static final Set<String> ONLY_WITHIN = Set.of("BYE", "UPDATE", "INFO", "NOTIFY", "BENOTIFY", "PRACK");

    /** Requests that are about no dialog, be their To tagged or not (MS-SIP section 2.2). */
    static final Set<String> NEVER_WITHIN = Set.of("SERVICE");

    private Methods() {}
}
