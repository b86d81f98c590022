package io.parley.ccmp;

import io.parley.authorization.Requester;
import io.parley.document.Element;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A message beyond the standard ones (RFC 6503 section 5.3.11). It reads and does not change; what it needs to know of a conference is
 * handed to it as the requester may see it.
 *
 * <p>Contract: {@link #answer} may be called by any number of threads at once, is a pure function of the question, and may be asked the
 * same question again.
 */
public interface CcmpExtension {

    /** The {@code extensionName} under which the options list it. */
    String name();

    /** Other names to which it answers. */
    default Set<String> otherNames() {
        return Set.of();
    }

    /** The operations that it knows; another one is refused with 403. */
    Set<Operation> operations();

    /** Where the schema of its elements can be found. */
    String schemaDefinition();

    /** What a person may want to know. */
    default Optional<String> description() {
        return Optional.empty();
    }

    /** Whether it is about a conference, which then has to exist and to be the requester's to see. */
    boolean needsConference();

    /** The answer to {@code question}. */
    Answer answer(Question question);

    /**
     * What is asked.
     *
     * @param requester who asks
     * @param operation what for
     * @param conference the document of the conference addressed, as the requester may see it; empty if none was addressed
     * @param content the elements behind the name
     */
    record Question(
            Requester requester, Optional<Operation> operation, Optional<Element> conference, List<Element> content) {
        /** Copies the content. */
        public Question {
            content = List.copyOf(content);
        }
    }

    /**
     * What is answered.
     *
     * @param code 200, or why not
     * @param reason in words
     * @param content the elements of the answer
     */
    record Answer(ResponseCode code, String reason, List<Element> content) {
        /** Copies the content. */
        public Answer {
            content = List.copyOf(content);
        }

        /** An answer. */
        public static Answer of(List<Element> content) {
            return new Answer(ResponseCode.SUCCESS, ResponseCode.SUCCESS.words(), content);
        }
    }
}
