package io.parley.ccmp;

import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;
import java.util.Optional;

/** What the four operations of {@code userRequest} have in common (RFC 6503 section 5.3.6). */
final class UserRequests {

    private UserRequests() {}

    /**
     * Notes whom the request is about: the sender without {@code userInfo}, else the user named by its entity. Who is named wrongly is
     * noted as nobody, and refused by the check of the document or the user.
     */
    static void address(Deliberation deliberation) {
        Optional<Element> info = deliberation.request().body().info();
        if (info.isEmpty()) {
            deliberation.addressOneself(deliberation.requester().id());
        } else {
            XconUserId.parse(Drafts.entity(info.get())).ifPresent(deliberation::address);
        }
    }

    /** The record of the user in the roster of the conference addressed, if the requester knows him by the name that he uses. */
    static Optional<Element> record(Deliberation deliberation) {
        return deliberation.sight().knows(deliberation.named())
                ? deliberation.found().user(deliberation.subject())
                : Optional.empty();
    }

    /** The record that stands already, or a new one with identifier and name as they are known; of a newcomer no name is known. */
    static Element recordOf(Deliberation deliberation, XconUserId user) {
        return deliberation.found().user(user).orElseGet(() -> {
            Element empty = Schema.USER.empty();
            Optional<RegisteredUser> known = deliberation.surroundings().users().registered(user);
            if (known.isEmpty() || deliberation.newcomer().isPresent()) {
                return empty.withAttribute(
                        Attributes.ENTITY,
                        known.map(RegisteredUser::id).orElse(user).toString());
            }
            return empty.withAttribute(Attributes.ENTITY, known.get().id().toString())
                    .with(Info.DISPLAY_TEXT, known.get().displayName());
        });
    }

    /** Refuses what is about somebody who is not in the conference. */
    static Optional<Rejection> present(Deliberation deliberation) {
        return record(deliberation).isPresent()
                ? Optional.empty()
                : Optional.of(new Rejection(
                        ResponseCode.USER_NOT_FOUND,
                        deliberation.named() + " is no user of "
                                + deliberation.found().id()));
    }

    /** Refuses a {@code userInfo} that names nobody. */
    static Optional<Rejection> named(Deliberation deliberation) {
        Optional<Element> info = deliberation.request().body().info();
        return info.isEmpty() || XconUserId.parse(Drafts.entity(info.get())).isPresent()
                ? Optional.empty()
                : Optional.of(Rejection.badRequest(
                        "info:user/@entity: '" + Drafts.entity(info.get()) + "' is not an XCON-USERID"));
    }

    /** Stores {@code changed}; the answer holds the user only if the request held placeholders. */
    static Outcome<CcmpResponse> storing(Deliberation deliberation, Conference changed) {
        return deliberation.storing(changed, stored -> {
            CcmpResponse response = deliberation.success(stored);
            Optional<Element> told = deliberation.heldPlaceholders()
                    ? deliberation.sight(stored).user(deliberation.subject())
                    : Optional.empty();
            return told.map(user -> response.body(new Body.Info(user))).orElse(response);
        });
    }
}
