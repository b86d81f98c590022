package io.parley.ccmp;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Finding;
import io.parley.document.IdentifierKind;
import io.parley.document.Info;
import io.parley.document.Placeholders;
import io.parley.document.Schema;
import io.parley.document.Validation;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.privacy.Sight;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Info of a request, read: its placeholders replaced (RFC 6503 section 4.3), what the model lets clients leave out supplied.
 *
 * @param element the Info as it is meant
 * @param heldPlaceholders whether there were placeholders in it
 * @param refusal what is wrong with it
 */
record RequestDocument(Element element, boolean heldPlaceholders, Optional<Rejection> refusal) {

    /** Reads the Info of the request; {@code entity} is what a placeholder for the conference object becomes. */
    static RequestDocument read(Deliberation deliberation, Element info, XconUri entity) {
        Placeholders placeholders = Placeholders.in(info, deliberation.domain());
        Optional<Rejection> misused = first(placeholders.misplaced())
                .or(() -> placeholders.ofForeignDomains().stream()
                        .findFirst()
                        .map(finding -> new Rejection(ResponseCode.INVALID_DOMAIN_NAME, finding.toString())));
        if (misused.isPresent()) {
            return new RequestDocument(info, true, misused);
        }
        Element meant = withSidebarParent(
                withMethods(placeholders.replacedIn(info, new Assigned(deliberation, entity)::identifier)));
        return new RequestDocument(meant, !placeholders.isEmpty(), first(Validation.ofChanges(meant)));
    }

    /** This document as somebody with {@code sight} means it, who has {@code base} in mind. */
    RequestDocument meantBy(Sight sight, Element base) {
        return new RequestDocument(sight.meant(element, base), heldPlaceholders, refusal);
    }

    static Optional<Rejection> first(List<Finding> findings) {
        return findings.stream().findFirst().map(finding -> Rejection.badRequest(finding.toString()));
    }

    /** A target without method is one that dials in (RFC 6503 section 3.2). */
    private static Element withMethods(Element element) {
        Element result = element;
        Optional<Element> list = element.type() == Schema.USERS
                ? element.child(Xcon.ALLOWED_USERS_LIST)
                : element.at(Info.USERS, Xcon.ALLOWED_USERS_LIST);
        if (list.isEmpty()) {
            return result;
        }
        Element completed = list.get();
        for (Element target : list.get().children(Xcon.TARGET)) {
            if (target.attribute(Attributes.METHOD).isEmpty()) {
                completed = completed.replacing(target, target.withAttribute(Attributes.METHOD, "dial-in"));
            }
        }
        if (element.type() == Schema.USERS) {
            return element.replacing(list.get(), completed);
        }
        Element users = element.child(Info.USERS).orElseThrow();
        return element.replacing(users, users.replacing(list.get(), completed));
    }

    /** The parent of a sidebar stands in the description; RFC 6504 figures 20 and 22 write it among the users. */
    private static Element withSidebarParent(Element element) {
        Optional<Element> users = element.child(Info.USERS).filter(any -> element.type() == Schema.CONFERENCE_INFO);
        Optional<String> parent = users.flatMap(any -> any.childText(Xcon.SIDEBAR_PARENT));
        if (parent.isEmpty()) {
            return element;
        }
        Element description =
                element.child(Info.CONFERENCE_DESCRIPTION).orElseGet(Schema.CONFERENCE_DESCRIPTION::empty);
        Element moved = element.replacing(users.get(), users.get().without(Xcon.SIDEBAR_PARENT));
        return description.child(Xcon.SIDEBAR_PARENT).isPresent()
                ? moved
                : moved.with(description.with(Xcon.SIDEBAR_PARENT, parent.get()));
    }

    /** The identifiers that the placeholders of one request become. */
    private static final class Assigned {
        private final Deliberation deliberation;
        private final XconUri entity;
        private final Map<String, String> standing;
        private final Set<String> taken = new HashSet<>();

        Assigned(Deliberation deliberation, XconUri entity) {
            this.deliberation = deliberation;
            this.entity = entity;
            this.standing = deliberation.row().operation() == Operation.UPDATE
                    ? StandingMedia.labels(
                            deliberation.found().document(),
                            deliberation.request().body().info().orElseThrow())
                    : Map.of();
            deliberation.foundIfAny().ifPresent(conference -> collectNumbers(conference.document()));
            deliberation.request().body().info().ifPresent(this::collectNumbers);
        }

        String identifier(String number, IdentifierKind kind) {
            return switch (kind) {
                case XCON_URI -> isEntity(number) ? entity.toString() : freeUri();
                case XCON_USERID ->
                    deliberation
                            .newcomer()
                            .filter(user -> deliberation
                                    .newcomersPlaceholder()
                                    .filter(number::equals)
                                    .isPresent())
                            .map(user -> user.id().toString())
                            .orElseGet(() -> XconUserId.of(deliberation.fresh().token(), deliberation.domain())
                                    .toString());
                case NUMBER -> Optional.ofNullable(standing.get(number)).orElseGet(this::freeNumber);
            };
        }

        /** Whether the Info states this placeholder as its entity. */
        private boolean isEntity(String number) {
            return deliberation
                    .request()
                    .body()
                    .info()
                    .flatMap(info -> Placeholders.number(Drafts.entity(info)))
                    .filter(number::equals)
                    .isPresent();
        }

        private String freeUri() {
            return XconUri.of(deliberation.fresh().token(), deliberation.domain())
                    .toString();
        }

        private String freeNumber() {
            String number = Integer.toString(deliberation.fresh().number());
            while (!taken.add(number)) {
                number = Integer.toString(deliberation.fresh().number());
            }
            return number;
        }

        /** Labels and floor ids have to be unique in the document; ids of media only in their endpoint, and chance sees to that. */
        private void collectNumbers(Element document) {
            document.at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)
                    .ifPresent(media -> media.children(Info.ENTRY)
                            .forEach(entry -> entry.attribute(Attributes.LABEL).ifPresent(taken::add)));
            document.at(Xcon.FLOOR_INFORMATION, Xcon.CONFERENCE_FLOOR_POLICY)
                    .ifPresent(policy -> policy.children(Xcon.FLOOR)
                            .forEach(floor -> floor.attribute(Attributes.ID).ifPresent(taken::add)));
        }
    }
}
