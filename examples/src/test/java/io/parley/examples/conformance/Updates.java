package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Operation;
import io.parley.document.Element;
import io.parley.document.Info;
import java.util.Optional;

/** Changes of conferences, and what the tests look at in a document. */
final class Updates {

    private Updates() {}

    /** {@code confRequest/update} of {@code conference} by {@code user} with this content of {@code confInfo}. */
    static CcmpRequest update(String user, String conference, String content) {
        return conf(Operation.UPDATE, user).on(conference).info(confInfo(conference, content));
    }

    /** {@code conference-description} with this content. */
    static String description(String content) {
        return "<info:conference-description>" + content + "</info:conference-description>";
    }

    /** A description that holds a title and nothing else. */
    static String title(String text) {
        return description("<info:display-text>" + text + "</info:display-text>");
    }

    /** {@code users} with this content. */
    static String users(String content) {
        return "<info:users>" + content + "</info:users>";
    }

    /** {@code conference-state} with this content. */
    static String state(String content) {
        return "<info:conference-state>" + content + "</info:conference-state>";
    }

    /** The title that a document has. */
    static Optional<String> titleOf(Element document) {
        return document.textAt(Info.CONFERENCE_DESCRIPTION, Info.DISPLAY_TEXT);
    }
}
