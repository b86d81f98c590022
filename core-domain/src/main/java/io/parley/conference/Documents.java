package io.parley.conference;

import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import java.util.Optional;

/** What the server itself keeps right in a document and beside it: state and count. */
final class Documents {

    private Documents() {}

    /** Whether the document says that the conference is running. */
    static boolean isActive(Element document) {
        return document.textAt(Info.CONFERENCE_STATE, Info.ACTIVE)
                .filter("true"::equals)
                .isPresent();
    }

    /** The document of the conference running. */
    static Element active(Element document) {
        return isActive(document)
                ? document
                : document.with(document.child(Info.CONFERENCE_STATE)
                        .orElseGet(Schema.CONFERENCE_STATE::empty)
                        .with(Info.ACTIVE, "true"));
    }

    /** The document with the number of its users in its state, if it has a state. */
    static Element counted(Element document) {
        Optional<Element> state = document.child(Info.CONFERENCE_STATE);
        if (state.isEmpty()) {
            return document;
        }
        String count = Integer.toString(
                document.child(Info.USERS).map(users -> users.count(Info.USER)).orElse(0));
        return state.get().childText(Info.USER_COUNT).filter(count::equals).isPresent()
                ? document
                : document.with(state.get().with(Info.USER_COUNT, count));
    }
}
