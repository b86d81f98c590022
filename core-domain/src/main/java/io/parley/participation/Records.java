package io.parley.participation;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.focus.FocusEndpoint;
import io.parley.focus.Participant;
import io.parley.identity.XconUserId;
import io.parley.roster.Member;
import io.parley.user.Anonymity;
import io.parley.user.EndpointStatus;
import io.parley.user.JoiningMethod;
import io.parley.user.Role;
import io.parley.user.User;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The records of participants in the conference document. */
final class Records {

    private static final ElementType ENDPOINT = Schema.USER.child(Info.ENDPOINT);
    private static final ElementType ROLES = Schema.USER.child(Info.ROLES);

    private Records() {}

    /** The record of {@code user} in {@code document}. */
    static Optional<Element> of(Element document, XconUserId user) {
        return document.child(Info.USERS).flatMap(users -> users.entry(Info.USER, user.toString()));
    }

    /** {@code document} with the record of {@code user} changed; one that is not there is begun. */
    static Element with(Element document, XconUserId user, UnaryOperator<Element> change) {
        Element users = document.child(Info.USERS).orElseGet(Schema.USERS::empty);
        Element record = users.entry(Info.USER, user.toString())
                .orElseGet(() -> User.builder(user).build());
        return document.with(users.with(change.apply(record)));
    }

    /** {@code document} without the record of {@code user}. */
    static Element without(Element document, XconUserId user) {
        Optional<Element> users = document.child(Info.USERS);
        return users.flatMap(roster -> roster.entry(Info.USER, user.toString()))
                .map(record -> document.with(users.orElseThrow().without(record)))
                .orElse(document);
    }

    /** Whether {@code record} is that of a presenter. */
    static boolean isPresenter(Element record) {
        return Member.isPresenter(new User(record));
    }

    /** Whether {@code record} says how unknown its user is to the others. */
    static boolean isUnknown(Element record) {
        return record.childText(Xcon.PROVIDE_ANONYMITY)
                .filter(word -> !word.isBlank())
                .isPresent();
    }

    /** {@code record} of somebody whom the others shall not know; one that says how unknown he is says so still. */
    static Element concealed(Element record) {
        return isUnknown(record) ? record : record.with(Xcon.PROVIDE_ANONYMITY, Anonymity.PRIVATE);
    }

    /** {@code record} of {@code participant}, who has gone and stays listed: whom only his calls concealed is known again. */
    static Element revealed(Element record, Participant participant) {
        boolean ends = participant.concealed()
                && record.childText(Xcon.PROVIDE_ANONYMITY)
                        .filter(Anonymity.PRIVATE::equals)
                        .isPresent();
        return ends ? record.child(Xcon.PROVIDE_ANONYMITY).map(record::without).orElse(record) : record;
    }

    /** {@code record} of a presenter, or of an attendee. Roles that say neither stay. */
    static Element withRole(Element record, boolean presenter) {
        if (isPresenter(record) == presenter && record.child(Info.ROLES).isPresent()) {
            return record;
        }
        Element roles = ROLES.empty();
        Role granted = presenter ? Role.MODERATOR : Role.PARTICIPANT;
        roles = roles.with(ROLES.child(Info.ENTRY).text(granted.word()));
        for (Role role : new User(record).roles()) {
            boolean decided = role.equals(Role.ADMINISTRATOR)
                    || role.equals(Role.MODERATOR)
                    || role.equals(Role.PARTICIPANT)
                    || role.equals(Role.USER)
                    || role.equals(Role.OBSERVER)
                    || role.equals(Role.NONE);
            if (!decided) {
                roles = roles.with(ROLES.child(Info.ENTRY).text(role.word()));
            }
        }
        return record.with(roles);
    }

    /**
     * {@code record} with a device of the focus, which came at {@code now}.
     *
     * @param before what was shown up to now of what becomes this device
     */
    static Element withEndpoint(
            Element record, FocusEndpoint endpoint, Optional<Element> before, Coming coming, Instant now) {
        boolean called = coming instanceof Coming.Answering;
        Element shown = referred(
                before.or(() -> record.entry(Info.ENDPOINT, endpoint.documentEntity()))
                        .orElseGet(ENDPOINT::empty)
                        .withAttribute(Attributes.ENTITY, endpoint.documentEntity())
                        .with(Info.STATUS, status(endpoint, before))
                        .with(Info.JOINING_METHOD, called ? JoiningMethod.DIALED_OUT : JoiningMethod.DIALED_IN),
                coming);
        Element info = shown.child(Info.JOINING_INFO)
                .filter(joining -> called)
                .orElseGet(ENDPOINT.child(Info.JOINING_INFO)::empty)
                .with(Info.WHEN, now.truncatedTo(ChronoUnit.SECONDS).toString());
        Element sip = ENDPOINT.child(Info.CALL_INFO)
                .child(Info.SIP)
                .empty()
                .with(Info.CALL_ID, endpoint.dialog().callId())
                // Those of the INVITE, whoever sent it.
                .with(
                        Info.FROM_TAG,
                        called
                                ? endpoint.dialog().localTag()
                                : endpoint.dialog().remoteTag())
                .with(
                        Info.TO_TAG,
                        called
                                ? endpoint.dialog().remoteTag()
                                : endpoint.dialog().localTag());
        return record.with(
                shown.with(info).with(ENDPOINT.child(Info.CALL_INFO).empty().with(sip)));
    }

    private static String status(FocusEndpoint endpoint, Optional<Element> before) {
        if (endpoint.onHold()) {
            return EndpointStatus.ON_HOLD;
        }
        return before.flatMap(shown -> shown.childText(Info.STATUS))
                .filter(EndpointStatus.MUTED_VIA_FOCUS::equals)
                .orElse(EndpointStatus.CONNECTED);
    }

    private static Element referred(Element endpoint, Coming coming) {
        return coming instanceof Coming.Calling calling && calling.referredBy().isPresent()
                ? endpoint.with(ENDPOINT.child(Info.REFERRED)
                        .empty()
                        .with(Info.BY, calling.referredBy().get().toString()))
                : endpoint;
    }

    /** {@code record} without the device that stands there under {@code entity}. */
    static Element withoutEndpoint(Element record, String entity) {
        return record.entry(Info.ENDPOINT, entity).map(record::without).orElse(record);
    }

    /** {@code record}, in which the device under {@code entity} has that status. */
    static Element withStatus(Element record, String entity, String status) {
        return record.entry(Info.ENDPOINT, entity)
                .map(endpoint -> record.replacing(endpoint, endpoint.with(Info.STATUS, status)))
                .orElse(record);
    }

    /** Whether {@code record} has a device. */
    static boolean hasEndpoint(Element record) {
        return record.child(Info.ENDPOINT).isPresent();
    }

    /** An entity for one more device in {@code record}: {@code wish}, unless another device has it. */
    static String freeEntity(Optional<Element> record, String wish, String distinction) {
        String marked = wish + ";endpoint=" + distinction.replaceAll("[^A-Za-z0-9.-]", "");
        String free = isTaken(record, wish) ? marked : wish;
        for (int i = 2; isTaken(record, free); i++) {
            free = marked + "." + i;
        }
        return free;
    }

    private static boolean isTaken(Optional<Element> record, String entity) {
        return record.flatMap(standing -> standing.entry(Info.ENDPOINT, entity)).isPresent();
    }
}
