package io.parley.codec.xml.patch;

import io.parley.codec.xml.UnreadableException;
import io.parley.document.Element;
import io.parley.document.Schema;
import io.parley.patch.Condition;
import java.util.Locale;
import java.util.Optional;

/**
 * What a subscriber has of a conference (RFC 6502 section 5.2). Immutable.
 *
 * <table>
 *   <caption>What a notification makes of it</caption>
 *   <tr><th>brings</th><th>the copy</th></tr>
 *   <tr><td>a full document</td><td>is that document</td></tr>
 *   <tr><td>a diff that can be applied</td><td>is the next document</td></tr>
 *   <tr><td>a diff that cannot, or has nothing to be applied to</td><td>stays; the subscription has to be refreshed</td></tr>
 *   <tr><td>another type</td><td>is empty</td></tr>
 * </table>
 */
public final class LocalCopy {

    /** The media type of full documents. */
    public static final String FULL = "application/xcon-conference-info+xml";

    private final DiffCodec codec;
    private final Optional<XmlDocument> document;

    private LocalCopy(DiffCodec codec, Optional<XmlDocument> document) {
        this.codec = codec;
        this.document = document;
    }

    /** The copy of somebody who has been told nothing yet, who reads with {@code codec}. */
    public static LocalCopy none(DiffCodec codec) {
        return new LocalCopy(codec, Optional.empty());
    }

    /**
     * What a notification made of a copy.
     *
     * @param copy the copy now
     * @param refresh why the subscription has to be refreshed; empty if it need not
     */
    public record Step(LocalCopy copy, Optional<Condition> refresh) {}

    /** The conference as it is known; empty if it is not. */
    public Optional<Element> conference() {
        return document.map(known -> known.as(Schema.CONFERENCE_INFO));
    }

    /** What a notification with a body of {@code mediaType}, which is without parameters, makes of this copy. */
    public Step receive(String mediaType, byte[] body) {
        if (mediaType.toLowerCase(Locale.ROOT).equals(FULL)) {
            try {
                return new Step(new LocalCopy(codec, Optional.of(codec.read(body))), Optional.empty());
            } catch (UnreadableException fault) {
                return new Step(this, Optional.of(Condition.INVALID_DIFF_FORMAT));
            }
        }
        if (!DiffCodec.isDiff(mediaType)) {
            return new Step(none(codec), Optional.empty());
        }
        if (document.isEmpty()) {
            return new Step(this, Optional.of(Condition.UNLOCATED_NODE));
        }
        try {
            return new Step(new LocalCopy(codec, Optional.of(codec.next(document.get(), body))), Optional.empty());
        } catch (Inapplicable fault) {
            return new Step(this, Optional.of(fault.condition()));
        }
    }
}
