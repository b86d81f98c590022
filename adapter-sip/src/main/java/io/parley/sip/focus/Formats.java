package io.parley.sip.focus;

import io.parley.codec.xml.patch.DiffCodec;
import io.parley.codec.xml.patch.LocalCopy;
import io.parley.ports.in.ConferenceWatching.Format;
import io.parley.sip.dialog.Delivery;
import io.parley.sip.message.SipResponse;
import java.util.Optional;

/**
 * Which documents somebody gets who subscribes (RFC 6502 section 4).
 *
 * <table>
 *   <caption>the choice</caption>
 *   <tr><th>he accepts</th><th>and gets</th></tr>
 *   <tr><td>the type of XCON by its name, and likes none better</td><td>the data model; diffs if he names their type too, however that is spelled</td></tr>
 *   <tr><td>that of RFC 4575, by whatever words</td><td>rosters</td></tr>
 *   <tr><td>neither</td><td>406</td></tr>
 * </table>
 */
final class Formats {

    /** The type of rosters. */
    static final String ROSTER = "application/conference-info+xml";

    /** To whoever takes nothing that there is. */
    static final SipResponse NOT_ACCEPTABLE =
            SipResponse.of(406, "Not Acceptable").with("Accept", ROSTER + ", " + LocalCopy.FULL);

    private Formats() {}

    /** The format for somebody who has {@code accepted}, whose rosters are of the format {@code roster}; empty if there is none. */
    static Optional<Format> of(Acceptance accepted, Format roster) {
        double ofRoster = accepted.quality(ROSTER);
        double ofModel = accepted.names(LocalCopy.FULL) ? accepted.quality(LocalCopy.FULL) : 0;
        if (ofModel > 0 && ofModel >= ofRoster) {
            boolean diffs =
                    accepted.ranges().stream().anyMatch(range -> range.quality() > 0 && DiffCodec.isDiff(range.type()));
            return Optional.of(diffs ? Format.XCON_DIFFS : Format.XCON);
        }
        return ofRoster > 0 ? Optional.of(roster) : Optional.empty();
    }

    /** How documents of {@code format} travel: those of XCON have no number, so that their order is that of the answers. */
    static Delivery delivery(Format format) {
        return format.isXcon() ? Delivery.ONE_AT_A_TIME : Delivery.AS_ASKED;
    }
}
