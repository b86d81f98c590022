package io.parley.conference;

import io.parley.document.Element;
import io.parley.document.Info;
import java.util.Optional;

/** Every medium states its direction: clients of the field read it without looking whether it is there. */
public final class MediaDirections {

    private MediaDirections() {}

    /** {@code document} with a direction for each available medium that states none. */
    public static Element statedIn(Element document) {
        Optional<Element> media = document.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA);
        if (media.isEmpty()) {
            return document;
        }
        Element completed = media.get();
        for (Element entry : media.get().children(Info.ENTRY)) {
            if (entry.child(Info.STATUS).isEmpty()) {
                completed = completed.replacing(entry, entry.with(Info.STATUS, "sendrecv"));
            }
        }
        if (completed == media.get()) {
            return document;
        }
        Element description = document.child(Info.CONFERENCE_DESCRIPTION).orElseThrow();
        return document.replacing(description, description.replacing(media.get(), completed));
    }
}
