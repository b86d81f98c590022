package io.parley.ccmp;

import io.parley.identity.XconUri;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator decides.
 *
 * @param domain the domain in which the server makes identifiers
 * @param defaultBlueprint the blueprint of what is created without naming one; it has to exist, and no list shows it
 * @param subjectMode whether senders have to prove who they are
 * @param switchedOff the operations that are not offered though they could be
 * @param sidebarsWhereUnsaid whether a conference that does not say so itself may have sidebars (RFC 6501 section 4.2.2)
 * @param limits how much there may be
 * @param factory what a conference object would be called that had the SIP URI of the conference factory: no other has it
 */
public record CcmpSettings(
        String domain,
        XconUri defaultBlueprint,
        SubjectMode subjectMode,
        Set<SwitchedOff> switchedOff,
        boolean sidebarsWhereUnsaid,
        Limits limits,
        Optional<XconUri> factory) {

    /** Copies the set, and refuses a default blueprint that is called as the factory is. */
    public CcmpSettings {
        if (factory.filter(defaultBlueprint::equals).isPresent()) {
            throw new IllegalArgumentException(
                    defaultBlueprint + " is the default blueprint, and cannot be the conference factory");
        }
        switchedOff = Set.copyOf(switchedOff);
    }

    /**
     * An operation that is not offered.
     *
     * @param message of which message
     * @param operation which operation; {@link Operation#RETRIEVE} for the messages that know no other
     */
    public record SwitchedOff(Message message, Operation operation) {}
}
