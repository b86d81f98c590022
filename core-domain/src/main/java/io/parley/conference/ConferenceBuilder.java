package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Schema;
import io.parley.identity.XconUri;
import java.util.function.UnaryOperator;

/** Builds the document of a new conference object (RFC 6501 section 4.1). */
public final class ConferenceBuilder implements ConferencePart<ConferenceBuilder> {

    private Element document;

    ConferenceBuilder(XconUri id) {
        this.document = Schema.CONFERENCE_INFO.empty().withAttribute(Attributes.ENTITY, id.toString());
    }

    @Override
    public ConferenceBuilder edit(UnaryOperator<Element> change) {
        document = change.apply(document);
        return this;
    }

    @Override
    public Element build() {
        return document;
    }
}
