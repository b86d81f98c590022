package io.parley.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds an element against the {@link Schema}, and says with place and reason what breaks it.
 *
 * <p>A document is checked for all the data model asks. Changes (what an update sends) may leave out what a document needs and may hold
 * empty elements, since those remove; names, keys, values and how often something occurs are checked in both. What was found valid
 * once is not looked at again: after one change of a large document only the path to it is.
 */
public final class Validation {

    private final boolean ofChanges;
    private final List<Finding> findings = new ArrayList<>();

    private Validation(boolean ofChanges) {
        this.ofChanges = ofChanges;
    }

    /** What is wrong with {@code document}, which is complete; empty if nothing is. */
    public static List<Finding> ofDocument(Element document) {
        Validation validation = new Validation(false);
        validation.check(document, Path.of(document));
        if (document.type() == Schema.CONFERENCE_INFO) {
            validation.checkLabels(document);
        }
        return validation.findings;
    }

    /** What is wrong with {@code changes}, as an update sends them; empty if nothing is. */
    public static List<Finding> ofChanges(Element changes) {
        Validation validation = new Validation(true);
        validation.check(changes, Path.of(changes));
        return validation.findings;
    }

    private void check(Element element, Path path) {
        if (element.type().isForeign() || (!ofChanges && element.isKnownValid())) {
            return;
        }
        int before = findings.size();
        checkAttributes(element, path);
        if (element.type().isStructured()) {
            if (ofChanges || !changedAndStillValid(element, path)) {
                checkContent(element, path);
            }
        } else {
            checkText(element, path);
        }
        if (!ofChanges && findings.size() == before) {
            element.markValid();
        }
    }

    private void checkAttributes(Element element, Path path) {
        for (AttributeType row : element.type().attributes()) {
            Optional<String> value = element.attribute(row.name());
            if (value.isPresent()) {
                row.datatype().refusal(value.get()).ifPresent(reason -> found(path + "/@" + row.name(), reason));
            } else if (row.required() && (!ofChanges || element.type().key().hasAttribute(row.name()))) {
                found(path, "the attribute " + row.name() + " is missing");
            }
        }
        checkMarks(element, path);
        // They are in order: what is there twice stands side by side.
        for (int at = 1; at < element.attributes().size(); at++) {
            Name name = element.attributes().get(at).name();
            if (name.equals(element.attributes().get(at - 1).name())) {
                found(path, "the attribute " + name + " is there twice");
            }
        }
    }

    /** What an update sends may be empty: that takes the mark away. */
    private void checkMarks(Element element, Path path) {
        for (Attribute attribute : element.attributes()) {
            if (ofChanges && attribute.name().equals(CloningMarks.SAID_BY)) {
                found(path + "/@" + attribute.name(), "belongs to the server");
            } else if (!ofChanges || !attribute.value().isEmpty()) {
                CloningMarks.refusal(attribute.name(), attribute.value())
                        .ifPresent(reason -> found(path + "/@" + attribute.name(), reason));
            }
        }
    }

    private void checkText(Element element, Path path) {
        if (!element.elements().isEmpty()) {
            found(
                    path,
                    "no element may stand in it, but "
                            + element.elements().get(0).name() + " does");
            return;
        }
        if (ofChanges && element.size() == 0) {
            return;
        }
        element.type()
                .datatype()
                .flatMap(datatype -> datatype.refusal(element.text()))
                .ifPresent(reason -> found(path, reason));
    }

    /**
     * Whether nothing is wrong in {@code element}, found out by looking only at what it does not share with a version of it in which
     * nothing was found. If something is, the whole content is looked at, so that the findings are the same either way.
     */
    private boolean changedAndStillValid(Element element, Path path) {
        Optional<List<Node>> changed = element.notKnownValid();
        if (changed.isEmpty()) {
            return false;
        }
        Validation trial = new Validation(false);
        for (Node node : changed.get()) {
            if (!(node instanceof Element child)) {
                return false;
            }
            boolean several = !child.type().isForeign() && element.count(child.name()) > 1;
            trial.checkChild(child, path.to(child, 0), several ? 1 : 0, false);
        }
        return trial.findings.isEmpty() && missing(element).isEmpty();
    }

    private static List<ElementType> missing(Element element) {
        List<ElementType> missing = new ArrayList<>();
        for (ElementType row : element.type().children()) {
            boolean needed =
                    row.occurrence() == ElementType.Occurrence.ONE || row.occurrence() == ElementType.Occurrence.SOME;
            if (needed && element.child(row.name()).isEmpty()) {
                missing.add(row);
            }
        }
        return missing;
    }

    private void checkContent(Element element, Path path) {
        Set<ElementType> types = new HashSet<>();
        Set<String> keys = new HashSet<>();
        int index = 0;
        for (Node node : element.content()) {
            if (node instanceof Element child) {
                index = types.add(child.type()) ? 0 : index + 1;
                boolean repeatsKey = child.key()
                        .filter(key -> !keys.add(child.type().rank() + "\n" + key))
                        .isPresent();
                if (index > 0 || repeatsKey || ofChanges || !child.isKnownValid()) {
                    checkChild(child, path.to(child, index), index, repeatsKey);
                }
            } else {
                found(path, "no text may stand in it");
            }
        }
        if (!ofChanges) {
            missing(element).forEach(row -> found(path, "the element " + row.name() + " is missing"));
        } else if (element.type().isKeyed()
                && element.key().isEmpty()
                && element.type().key().isChild()) {
            found(path, "the element that is its key is missing");
        }
    }

    private void checkChild(Element child, Path path, int index, boolean repeatsKey) {
        ElementType type = child.type();
        if (type.isForeign()) {
            checkMarks(child, path);
            if (type.name().namespace().isEmpty()) {
                found(path, "the data model has no such element here");
            } else if (type.name().equals(Xcon.CONFERENCE_PASSWORD)) {
                found(path, "a password may stand in an entry of conf-uris only");
            }
            return;
        }
        if (index > 0 && !type.occurrence().isCollection()) {
            found(path, "it is there more than once");
        } else if (repeatsKey) {
            found(path, "another one has the same key");
        }
        check(child, path);
    }

    /** RFC 6501 section 4.5.4: where available media are listed, the label of a floor is one of theirs. */
    private void checkLabels(Element document) {
        Optional<Element> media = document.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA);
        Optional<Element> policy = document.at(Xcon.FLOOR_INFORMATION, Xcon.CONFERENCE_FLOOR_POLICY);
        if (media.isEmpty() || policy.isEmpty()) {
            return;
        }
        for (Element floor : policy.get().children(Xcon.FLOOR)) {
            for (Element label : floor.children(Xcon.MEDIA_LABEL)) {
                if (media.get().entry(Info.ENTRY, label.text()).isEmpty()) {
                    found(
                            "xcon:floor[" + floor.attribute(Attributes.ID).orElse("") + "]/xcon:media-label",
                            "no available medium has the label '" + label.text() + "'");
                }
            }
        }
    }

    private void found(Object place, String reason) {
        findings.add(new Finding(place.toString(), reason));
    }
}
