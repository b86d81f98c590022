package io.parley.ccmp;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Xcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The extension that RFC 6503 section 6.9 shows: title, status, publicity and media of a conference. The request of that section
 * calls it {@code confRequestSummary}, its options {@code confSummaryRequest}; both names answer.
 */
public final class ConferenceSummary implements CcmpExtension {

    private static final String NAMESPACE = "http://example.com/ccmp-extension";

    private final String schemaDefinition;

    /** The extension, with the address at which its schema can be found. */
    public ConferenceSummary(String schemaDefinition) {
        this.schemaDefinition = schemaDefinition;
    }

    @Override
    public String name() {
        return "confSummaryRequest";
    }

    @Override
    public Set<String> otherNames() {
        return Set.of("confRequestSummary");
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.RETRIEVE);
    }

    @Override
    public String schemaDefinition() {
        return schemaDefinition;
    }

    @Override
    public Optional<String> description() {
        return Optional.of("A brief description of the conference that confObjID names");
    }

    @Override
    public boolean needsConference() {
        return true;
    }

    @Override
    public Answer answer(Question question) {
        Element document = question.conference().orElseThrow();
        Element summary = ElementType.foreign(Name.of(NAMESPACE, "confSummary")).empty();
        summary = with(
                summary,
                "title",
                document.textAt(Info.CONFERENCE_DESCRIPTION, Info.DISPLAY_TEXT)
                        .map(String::strip)
                        .orElse(""));
        summary =
                with(summary, "status", isTrue(document, Info.CONFERENCE_STATE, Info.ACTIVE) ? "active" : "registered");
        summary = with(summary, "public", Boolean.toString(isPublic(document)));
        return Answer.of(List.of(with(summary, "media", String.join(" ", media(document)))));
    }

    private static Element with(Element summary, String name, String text) {
        return summary.with(ElementType.foreign(Name.unqualified(name)).text(text));
    }

    /** Everyone may take part: joins are allowed, and no list or proof of identity stands in the way. */
    private static boolean isPublic(Element document) {
        boolean joinable = document.textAt(Info.USERS, Xcon.JOIN_HANDLING)
                .filter("allow"::equals)
                .isPresent();
        String policy = document.textAt(Info.USERS, Xcon.USER_ADMISSION_POLICY).orElse("");
        return joinable && !policy.equals("closedAuthenticated") && !policy.equals("openAuthenticated");
    }

    private static boolean isTrue(Element document, Name... path) {
        return document.textAt(path).filter("true"::equals).isPresent();
    }

    private static List<String> media(Element document) {
        List<String> types = new ArrayList<>();
        document.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)
                .ifPresent(media -> media.children(Info.ENTRY)
                        .forEach(entry -> entry.childText(Info.TYPE)
                                .filter(type -> !types.contains(type))
                                .ifPresent(types::add)));
        return types;
    }
}
