package io.parley.ccmp;

import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.ContactUri;
import io.parley.identity.XconUserId;
import io.parley.user.Endpoint;
import io.parley.user.EndpointStatus;
import io.parley.user.User;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Joins that wait until somebody admits them (RFC 6501 section 4.6.1): who waits stands in the roster with an endpoint whose status is
 * {@code pending}; he is admitted when it becomes {@code connected}.
 */
final class Waiting {

    private static final String PENDING = EndpointStatus.PENDING;
    private static final String CONNECTED = EndpointStatus.CONNECTED;

    private Waiting() {}

    /** {@code record} of somebody who begins to wait; without an endpoint he waits by one of {@code contacts}, or by his name. */
    static Element begun(Element record, Set<ContactUri> contacts) {
        Element waiting = record;
        if (record.child(Info.ENDPOINT).isEmpty()) {
            String entity = new TreeSet<>(contacts)
                    .stream()
                            .findFirst()
                            .map(ContactUri::toString)
                            .or(() -> record.attribute(Attributes.ENTITY))
                            .orElse("");
            waiting = waiting.with(Schema.USER.child(Info.ENDPOINT).empty().withAttribute(Attributes.ENTITY, entity));
        }
        for (Element endpoint : waiting.children(Info.ENDPOINT)) {
            waiting = waiting.replacing(endpoint, endpoint.with(Info.STATUS, PENDING));
        }
        return waiting;
    }

    /** {@code record} of somebody who waits no longer. */
    static Element ended(Element record) {
        Element admitted = record;
        for (Element endpoint : record.children(Info.ENDPOINT)) {
            if (isPending(endpoint)) {
                admitted = admitted.replacing(endpoint, endpoint.with(Info.STATUS, CONNECTED));
            }
        }
        return admitted;
    }

    /** Who waits in {@code conference} and is admitted by {@code draft}. */
    static Set<XconUserId> admitted(Conference conference, Element draft) {
        Set<XconUserId> admitted = new LinkedHashSet<>();
        for (XconUserId user : conference.attendance().pending()) {
            Optional<Element> record = Drafts.user(draft, user.toString());
            boolean connected = record.isPresent()
                    && new User(record.get())
                            .endpoints().stream()
                                    .map(Endpoint::element)
                                    .anyMatch(endpoint -> endpoint.childText(Info.STATUS)
                                            .filter(CONNECTED::equals)
                                            .isPresent());
            if (connected) {
                admitted.add(user);
            }
        }
        return admitted;
    }

    /**
     * The document of {@code conference} as if the endpoints that {@code draft} connects had been connected before: to admit who waits is
     * no change of the server's own for who may admit.
     */
    static Element admitting(Conference conference, Element document, Element draft) {
        Element before = document;
        for (XconUserId user : admitted(conference, draft)) {
            Optional<Element> record = Drafts.user(before, user.toString());
            if (record.isPresent()) {
                before = Drafts.withUser(before, connectedAs(record.get(), Drafts.user(draft, user.toString())));
            }
        }
        return before;
    }

    private static Element connectedAs(Element record, Optional<Element> after) {
        Element before = record;
        for (Element endpoint : record.children(Info.ENDPOINT)) {
            boolean connects = after.flatMap(now -> now.entry(
                            Info.ENDPOINT, endpoint.attribute(Attributes.ENTITY).orElse("")))
                    .flatMap(now -> now.childText(Info.STATUS))
                    .filter(CONNECTED::equals)
                    .isPresent();
            if (connects && isPending(endpoint)) {
                before = before.replacing(endpoint, endpoint.with(Info.STATUS, CONNECTED));
            }
        }
        return before;
    }

    private static boolean isPending(Element endpoint) {
        return endpoint.childText(Info.STATUS).filter(PENDING::equals).isPresent();
    }
}
