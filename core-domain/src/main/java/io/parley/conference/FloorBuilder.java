package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.user.Draft;
import java.util.function.UnaryOperator;

/**
 * Builds a floor, or what an update changes of one (RFC 6501 section 4.5.4). An update with a floor of which nothing but the identifier
 * is said removes it.
 */
public final class FloorBuilder implements Draft {

    private static final ElementType FLOOR = Schema.CONFERENCE_INFO
            .child(Xcon.FLOOR_INFORMATION)
            .child(Xcon.CONFERENCE_FLOOR_POLICY)
            .child(Xcon.FLOOR);

    private Element floor;

    FloorBuilder(String id) {
        this.floor = FLOOR.empty().withAttribute(Attributes.ID, id);
    }

    /** Changes the {@code floor} element in a way that has no name here. */
    public FloorBuilder edit(UnaryOperator<Element> change) {
        floor = change.apply(floor);
        return this;
    }

    /** The labels of the media that it governs; an update replaces those of before. */
    public FloorBuilder media(String... labels) {
        return edit(element -> {
            Element governing = element.without(Xcon.MEDIA_LABEL);
            for (String label : labels) {
                governing = governing.with(Xcon.MEDIA_LABEL, label);
            }
            return governing;
        });
    }

    /** How it is granted, a word of {@link FloorAlgorithm}. */
    public FloorBuilder algorithm(String word) {
        return edit(element -> element.with(Xcon.ALGORITHM, word));
    }

    /** How many may hold it at the same time. */
    public FloorBuilder maximumUsers(int count) {
        return edit(element -> element.with(Xcon.MAX_FLOOR_USERS, Integer.toString(count)));
    }

    /** Its chair: the number of a BFCP user, or an XCON-USERID. */
    public FloorBuilder moderator(String id) {
        return edit(element -> element.with(Xcon.MODERATOR_ID, id));
    }

    @Override
    public Element build() {
        return floor;
    }
}
