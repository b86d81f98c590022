package io.parley.sip.focus;

import io.parley.focus.DialogId;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code Replaces} of an INVITE (RFC 3891 section 6.1): in whose place its sender comes.
 *
 * @param dialog which dialog, as the focus names it: {@code to-tag} is the tag of whoever gets the header
 * @param earlyOnly whether it is to be replaced only before it was answered
 */
record Replaces(DialogId dialog, boolean earlyOnly) {

    private static final SipResponse BUSY = SipResponse.of(486, "Busy Here");

    /** What {@code invite} says; empty if it has no such header, or one that cannot be read. */
    static Optional<Replaces> in(SipRequest invite) {
        return invite.header("Replaces").flatMap(Replaces::read);
    }

    private static Optional<Replaces> read(String value) {
        String[] parts = value.split(";", -1);
        Map<String, String> parameters = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].strip().split("\\s*=\\s*", 2);
            parameters.put(pair[0].toLowerCase(Locale.ROOT), pair.length > 1 ? pair[1] : "");
        }
        String local = parameters.getOrDefault("to-tag", "");
        String remote = parameters.getOrDefault("from-tag", "");
        return parts[0].isBlank() || local.isEmpty() || remote.isEmpty()
                ? Optional.empty()
                : Optional.of(new Replaces(
                        new DialogId(parts[0].strip(), local, remote), parameters.containsKey("early-only")));
    }

    /**
     * Why {@code invite} is refused for what it says of replacing, whoever sends it (section 3); empty if it is not. A focus answers its calls
     * at once, so none of them is there that has not been answered.
     */
    static Optional<SipResponse> fault(SipRequest invite, Calls calls) {
        List<String> all = invite.headers().all("Replaces");
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Optional<Replaces> read = in(invite);
        if (all.size() > 1 || read.isEmpty() || invite.header("Join").isPresent()) {
            return Optional.of(Replies.malformed("an INVITE replaces one dialog: " + String.join(", ", all)));
        }
        return read.filter(Replaces::earlyOnly)
                .flatMap(replaces -> calls.find(replaces.dialog()))
                .map(call -> BUSY);
    }
}
