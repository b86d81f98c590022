package io.parley.participation;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Validation;
import io.parley.roster.InfoNames;
import io.parley.user.EndpointStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The endpoint of somebody at an MCU as it stands in the conference document: what RFC 4575 knows of it, under a URI where there is one. */
final class McuEndpoint {

    private static final ElementType ENDPOINT = Schema.USER.child(Info.ENDPOINT);
    private static final ElementType MEDIA = ENDPOINT.child(Info.MEDIA);

    private static final List<Name> KEPT = List.of(
            Info.DISPLAY_TEXT,
            Info.REFERRED,
            Info.STATUS,
            Info.JOINING_METHOD,
            Info.JOINING_INFO,
            Info.DISCONNECTION_METHOD,
            Info.DISCONNECTION_INFO);

    private static final List<Name> KEPT_OF_MEDIA =
            List.of(Info.DISPLAY_TEXT, Info.TYPE, Info.LABEL, Info.SRC_ID, Info.STATUS);

    private McuEndpoint() {}

    /** Under what it would stand in the document if nothing else did. */
    static String wish(Element reported) {
        return reported.attribute(InfoNames.ENDPOINT_URI)
                .map(McuEndpoint::token)
                .filter(uri -> !uri.isEmpty())
                .orElseGet(() -> entity(reported));
    }

    /** What the MCU calls it. */
    static String entity(Element reported) {
        return token(reported.attribute(Attributes.ENTITY).orElse(""));
    }

    private static String token(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /**
     * It, as the document has it from now on. What others put there, such as controls of its media, stays. What the data model does not
     * admit is left out, so that an MCU cannot make the document invalid.
     *
     * @param entity under what it stands there
     * @param standing it as it stands there now
     * @param waits whether its user waits in the lobby, where nobody is connected whatever an MCU says
     */
    static Element recorded(String entity, Optional<Element> standing, Element reported, boolean waits, Instant now) {
        Element recorded = standing.orElseGet(
                () -> ENDPOINT.empty().withAttribute(Attributes.ENTITY, entity).with(since(now)));
        for (Name name : KEPT) {
            Optional<Element> told = reported.child(name).flatMap(part -> typed(ENDPOINT.child(name), part));
            boolean isSince = name.equals(Info.JOINING_INFO) && told.isEmpty();
            recorded = told.isPresent() ? recorded.with(told.get()) : isSince ? recorded : recorded.without(name);
        }
        if (waits || recorded.child(Info.STATUS).isEmpty()) {
            recorded = recorded.with(Info.STATUS, waits ? EndpointStatus.ON_HOLD : EndpointStatus.CONNECTED);
        }
        return withMedia(recorded, reported);
    }

    private static Element since(Instant now) {
        return ENDPOINT.child(Info.JOINING_INFO)
                .empty()
                .with(Info.WHEN, now.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static Element withMedia(Element endpoint, Element reported) {
        Element recorded = endpoint;
        Set<String> told = new HashSet<>();
        for (Element media : reported.children(Info.MEDIA)) {
            String id = token(media.attribute(Attributes.ID).orElse(""));
            Element shown =
                    recorded.entry(Info.MEDIA, id).orElseGet(() -> MEDIA.empty().withAttribute(Attributes.ID, id));
            for (Name name : KEPT_OF_MEDIA) {
                Optional<Element> part = media.child(name).flatMap(child -> typed(MEDIA.child(name), child));
                shown = part.isPresent() ? shown.with(part.get()) : shown.without(name);
            }
            if (Validation.ofDocument(shown).isEmpty()) {
                told.add(id);
                recorded = recorded.with(shown);
            }
        }
        for (Element media : recorded.children(Info.MEDIA)) {
            boolean gone = !told.contains(media.attribute(Attributes.ID).orElse(""));
            recorded = gone ? recorded.without(media) : recorded;
        }
        return recorded;
    }

    /** {@code part} as the data model has it at its place; empty if it does not admit it. */
    private static Optional<Element> typed(ElementType type, Element part) {
        Element typed = type.isStructured() ? type.empty() : type.text(part.text());
        if (type.isStructured()) {
            for (Element child : part.elements()) {
                ElementType inside = type.child(child.name());
                typed = inside.isForeign() ? typed : typed.with(inside.text(child.text()));
            }
        }
        boolean isValid = typed.size() > 0 && Validation.ofDocument(typed).isEmpty();
        return isValid ? Optional.of(typed) : Optional.empty();
    }
}
