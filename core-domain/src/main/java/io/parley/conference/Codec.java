package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Xcon;
import java.util.Optional;

/**
 * Whether a codec may be used in a medium (RFC 6501 section 4.2.7).
 *
 * @param name the identifier that the server gave it
 * @param policy whether it may be used, a word of {@link CodecPolicy}
 * @param subtype the name of its RTP payload format, such as {@code PCMU}
 */
public record Codec(String name, String policy, Optional<String> subtype) {

    /** A codec whose RTP payload format is {@code subtype}. */
    public Codec(String name, String policy, String subtype) {
        this(name, policy, Optional.of(subtype));
    }

    static Codec of(Element codec) {
        return new Codec(
                codec.attribute(Attributes.NAME).orElse(""),
                codec.attribute(Attributes.POLICY).orElse(""),
                codec.childText(Xcon.SUBTYPE));
    }

    /** This codec as an entry of {@code codecs}. */
    Element in(Element codecs) {
        Element codec = codecs.type()
                .child(Xcon.CODEC)
                .empty()
                .withAttribute(Attributes.NAME, name)
                .withAttribute(Attributes.POLICY, policy);
        return codecs.with(subtype.map(text -> codec.with(Xcon.SUBTYPE, text)).orElse(codec));
    }
}
