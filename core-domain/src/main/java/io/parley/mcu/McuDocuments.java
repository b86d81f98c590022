package io.parley.mcu;

import static io.parley.c3p.C3pNames.CI_STATE;
import static io.parley.c3p.C3pNames.CONFERENCE_INFO;
import static io.parley.c3p.C3pNames.CONFERENCE_VIEW;
import static io.parley.c3p.C3pNames.ENTITY;
import static io.parley.c3p.C3pNames.ENTITY_VIEW;
import static io.parley.c3p.C3pNames.STATE;

import io.parley.c3p.C3pNames;
import io.parley.c3p.C3pSchema;
import io.parley.c3p.C3pUser;
import io.parley.c3p.DocumentState;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The documents that an MCU reports (MS-CONFBAS sections 2.2.5 and 3.4.4.3.1; RFC 4575 sections 4.3 to 4.6). */
final class McuDocuments {

    private static final Name USERS = C3pNames.ci("users");
    private static final Name VERSION = Name.unqualified("version");

    private McuDocuments() {}

    static Element full(McuState state, long version) {
        List<Element> users = new ArrayList<>();
        state.users().forEach((key, user) -> users.add(whole(user)));
        return document(
                state, version, DocumentState.FULL, users(DocumentState.FULL, users), view(state, DocumentState.FULL));
    }

    static Optional<Element> partial(McuState before, McuState after, long version) {
        List<Element> users = new ArrayList<>();
        before.users()
                .differences(
                        after.users(),
                        (key, was, is) ->
                                users.add(is.map(McuDocuments::whole).orElseGet(() -> gone(was.orElseThrow()))));
        Optional<Element> view =
                before.view().equals(after.view()) ? Optional.empty() : view(after, DocumentState.PARTIAL);
        return users.isEmpty() && view.isEmpty()
                ? Optional.empty()
                : Optional.of(document(
                        after,
                        version,
                        DocumentState.PARTIAL,
                        users.isEmpty() ? Optional.empty() : users(DocumentState.PARTIAL, users),
                        view));
    }

    private static Element document(
            McuState mcu, long version, DocumentState state, Optional<Element> users, Optional<Element> view) {
        Element document = ElementType.foreign(CONFERENCE_INFO)
                .empty()
                .withAttribute(ENTITY, mcu.conference().toString())
                .withAttribute(STATE, state.word())
                .withAttribute(VERSION, Long.toString(version));
        document = users.map(document::with).orElse(document);
        return C3pSchema.CONFERENCE_INFO.arranged(view.map(document::with).orElse(document));
    }

    private static Optional<Element> users(DocumentState state, List<Element> users) {
        Element list = ElementType.foreign(USERS).empty().withAttribute(STATE, state.word());
        for (Element user : users) {
            list = list.with(user);
        }
        return Optional.of(list);
    }

    /** The endpoint is told whole: partial ones do not exist (MS-CONFBAS section 2.2.5). */
    private static Element whole(C3pUser user) {
        return user.withEndpoints(user.endpoints().stream()
                        .map(endpoint -> endpoint.withState(DocumentState.FULL))
                        .toList())
                .withState(DocumentState.FULL)
                .element();
    }

    private static Element gone(C3pUser user) {
        return user.bare().withState(DocumentState.DELETED).element();
    }

    private static Optional<Element> view(McuState mcu, DocumentState state) {
        Element entity = ElementType.foreign(ENTITY_VIEW)
                .empty()
                .withAttribute(CI_STATE, DocumentState.FULL.word())
                .withAttribute(ENTITY, mcu.uri().toString());
        entity = mcu.view().capabilities().map(entity::with).orElse(entity);
        entity = entity.with(mcu.view().entityState());
        return Optional.of(ElementType.foreign(CONFERENCE_VIEW)
                .empty()
                .withAttribute(CI_STATE, state.word())
                .with(entity));
    }
}
