package io.parley.engine;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;

/**
 * What a conference starts from when nobody says from what: one audio stream, and everybody may join, since a conference that says
 * nothing of it admits nobody (RFC 6501 section 4.6.1).
 */
final class DefaultBlueprint {

    private DefaultBlueprint() {}

    static XconUri idIn(String domain) {
        return XconUri.of("default-blueprint", domain);
    }

    static Element in(String domain) {
        Element media =
                Schema.CONFERENCE_DESCRIPTION.child(Info.AVAILABLE_MEDIA).empty();
        Element audio = media.type()
                .child(Info.ENTRY)
                .empty()
                .withAttribute(Attributes.LABEL, "1")
                .with(Info.DISPLAY_TEXT, "audio stream")
                .with(Info.TYPE, "audio")
                .with(Info.STATUS, "sendrecv");
        return Schema.CONFERENCE_INFO
                .empty()
                .withAttribute(Attributes.ENTITY, idIn(domain).toString())
                .with(Schema.CONFERENCE_DESCRIPTION
                        .empty()
                        .with(Info.DISPLAY_TEXT, "default blueprint")
                        .with(media.with(audio)))
                .with(Schema.USERS.empty().with(Xcon.JOIN_HANDLING, "allow"));
    }
}
