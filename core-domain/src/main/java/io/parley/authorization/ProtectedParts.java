package io.parley.authorization;

import io.parley.document.Access;
import io.parley.document.Attribute;
import io.parley.document.AttributeType;
import io.parley.document.CloningMarks;
import io.parley.document.Diff;
import io.parley.document.Difference;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Finding;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Path;
import io.parley.document.Xcon;
import io.parley.user.Verification;
import java.util.List;
import java.util.Optional;

/**
 * What of a change touches what the requester may not set, read from the schema's {@code Access} column: parts of the server's own,
 * parts that are fixed once they are created, parts that only who steers the conference may set.
 */
public final class ProtectedParts {

    private final boolean steers;

    private ProtectedParts(boolean steers) {
        this.steers = steers;
    }

    /**
     * The first protected part that differs between {@code before} and {@code after}, or empty if there is none. Server-owned parts
     * that are sent back as they are differ in nothing, so they pass.
     *
     * @param steers whether the requester steers the conference; if not, the change is of his own record
     */
    public static Optional<Finding> touched(Element before, Element after, boolean steers) {
        ProtectedParts parts = new ProtectedParts(steers);
        for (Difference difference : Diff.between(before, after)) {
            Optional<String> reason = parts.refusal(difference);
            if (reason.isPresent()) {
                return Optional.of(new Finding(difference.path().toString(), reason.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> refusal(Difference difference) {
        if (isInsideSidebar(difference)) {
            return Optional.of("belongs to a sidebar, which is changed by messages to itself");
        }
        if (difference instanceof Difference.OfAttribute attribute) {
            return access(attribute.type(), attribute.name())
                    .flatMap(access -> refusal(access, attribute.before().isPresent()))
                    .map(reason -> "the attribute " + attribute.name() + " " + reason);
        }
        Difference.OfElement change = (Difference.OfElement) difference;
        if (!steers && change.before().isEmpty() && isControl(change)) {
            return Optional.of("is not offered here; a moderator may add it");
        }
        if (!change.before()
                .flatMap(CloningMarks::enforcedOn)
                .equals(change.after().flatMap(CloningMarks::enforcedOn))) {
            Optional<String> mark = refusal(Access.MODERATOR, true);
            if (mark.isPresent()) {
                return mark.map(reason -> "the attribute " + CloningMarks.ENFORCED + " " + reason);
            }
        }
        // What holds it was there before, so its creation is over, even if it comes or goes only now.
        Optional<String> own = refusal(change.type(), true);
        return own.isPresent() || change.before().isPresent() || change.after().isEmpty()
                ? own
                : inside(change.after().get());
    }

    /** A control that a document does not state is not offered (RFC 6501 section 4.2.7); it may come with the mixer that holds it. */
    private static boolean isControl(Difference.OfElement change) {
        List<Path.Step> steps = change.path().steps();
        boolean inControls =
                steps.size() > 1 && steps.get(steps.size() - 2).name().equals(Xcon.CONTROLS);
        Name came = change.type().name();
        boolean withMixer = (came.equals(Xcon.TO_MIXER) || came.equals(Xcon.FROM_MIXER))
                && change.after()
                        .filter(mixer -> mixer.count(Xcon.CONTROLS) > 0)
                        .isPresent();
        return inControls || withMixer || came.equals(Xcon.CONTROLS);
    }

    /** A sidebar by value has the whole data model inside the document of its main conference, of which nothing may be set there. */
    private static boolean isInsideSidebar(Difference difference) {
        return difference.path().steps().stream().anyMatch(step -> step.name().equals(Info.SIDEBARS_BY_VAL));
    }

    /** Who may set an attribute; empty for one that is never interpreted. */
    private static Optional<Access> access(ElementType type, Name attribute) {
        return CloningMarks.contain(attribute)
                ? Optional.of(Access.MODERATOR)
                : type.attribute(attribute).map(AttributeType::access);
    }

    /** What is protected inside an element that came. */
    private Optional<String> inside(Element added) {
        for (Attribute attribute : added.attributes()) {
            Optional<String> reason = access(added.type(), attribute.name()).flatMap(access -> refusal(access, false));
            if (reason.isPresent()) {
                return reason.map(why -> "the attribute " + attribute.name() + " " + why);
            }
        }
        for (Element child : added.elements()) {
            Optional<String> reason = refusal(child.type(), child);
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    private Optional<String> refusal(ElementType type, Element added) {
        Optional<String> own = refusal(type, false).map(reason -> type.name() + " in it " + reason);
        return own.isPresent() ? own : inside(added);
    }

    /** What the data model does not know is never interpreted, so whoever may change what holds it may set it. */
    private Optional<String> refusal(ElementType type, boolean holderStands) {
        if (type.isForeign()) {
            return type.name().equals(Verification.AUTHENTICATION)
                    ? refusal(Access.SERVER, holderStands)
                    : Optional.empty();
        }
        return refusal(type.access(), holderStands);
    }

    private Optional<String> refusal(Access access, boolean holderStands) {
        return switch (access) {
            case SERVER -> Optional.of("belongs to the server");
            case CREATION -> holderStands ? Optional.of("is kept for life") : Optional.empty();
            case CLIENT, MODERATOR -> steers ? Optional.empty() : Optional.of("is for moderators to set");
            case SELF -> Optional.empty();
        };
    }
}
