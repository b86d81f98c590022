package io.parley.privacy;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.OutgoingCall;
import io.parley.focus.Participant;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.persistent.PersistentMap;
import java.util.Map;
import java.util.Optional;

/** Whom the focus calls is known to those who steer the conference and to whoever asked for it; to the others when he has come (RFC 4575 section 5.7.3). */
final class Calls {

    private Calls() {}

    private static PersistentMap<XconUserId, OutgoingCall> of(Conference conference) {
        return conference
                .focus()
                .flatMap(Focus::instance)
                .map(FocusInstance::calls)
                .orElseGet(PersistentMap::empty);
    }

    /** {@code user}, if a call of {@code conference} was asked for by him. */
    static Optional<XconUserId> asker(Conference conference, XconUserId user) {
        for (Map.Entry<XconUserId, OutgoingCall> call : of(conference)) {
            if (isAskedFor(conference, call.getValue(), user)) {
                return Optional.of(user);
            }
        }
        return Optional.empty();
    }

    private static boolean isAskedFor(Conference conference, OutgoingCall call, XconUserId user) {
        Optional<String> address = conference
                .focus()
                .flatMap(Focus::instance)
                .flatMap(live -> live.participant(user))
                .map(Participant::uri)
                .map(Provisioning::key);
        return call.wanted()
                .by()
                .filter(by -> by.equals(user.toString())
                        || SipUri.parse(by).map(Provisioning::key).equals(address) && address.isPresent())
                .isPresent();
    }

    /** Whether {@code callee} is called because {@code asker} asked for it. */
    static boolean isFor(Conference conference, XconUserId callee, Optional<XconUserId> asker) {
        return of(conference)
                .get(callee)
                .filter(call ->
                        asker.filter(user -> isAskedFor(conference, call, user)).isPresent())
                .isPresent();
    }

    /** {@code document} of {@code conference} for {@code asker} or somebody who has asked for nothing: without the calls that others asked for. */
    static Element shown(Conference conference, Element document, Optional<XconUserId> asker) {
        Optional<Element> roster = document.child(Info.USERS);
        if (roster.isEmpty() || of(conference).isEmpty()) {
            return document;
        }
        Element left = roster.get();
        for (Map.Entry<XconUserId, OutgoingCall> call : of(conference)) {
            Optional<Element> record = left.entry(Info.USER, call.getKey().toString());
            if (record.isPresent() && !isFor(conference, call.getKey(), asker)) {
                Element shown = shown(conference, record.get(), call.getKey(), asker);
                left = isOnlyCalled(conference, call.getValue())
                        ? left.without(record.get())
                        : left.replacing(record.get(), shown);
            }
        }
        int hidden = roster.get().count(Info.USER) - left.count(Info.USER);
        return counted(document.replacing(roster.get(), left), hidden);
    }

    /** The record of {@code user} without a call that others asked for. */
    static Element shown(Conference conference, Element record, XconUserId user, Optional<XconUserId> asker) {
        return of(conference)
                .get(user)
                .filter(call -> !isFor(conference, user, asker))
                .flatMap(call -> record.entry(Info.ENDPOINT, call.documentEntity()))
                .map(record::without)
                .orElse(record);
    }

    private static boolean isOnlyCalled(Conference conference, OutgoingCall call) {
        return !call.listed()
                && !conference.attendance().hasJoined(call.user())
                && !conference.attendance().isPending(call.user());
    }

    private static Element counted(Element document, int hidden) {
        Optional<Element> state = document.child(Info.CONFERENCE_STATE);
        Optional<String> count = state.flatMap(it -> it.childText(Info.USER_COUNT));
        return hidden > 0 && count.isPresent()
                ? document.replacing(
                        state.orElseThrow(),
                        state.orElseThrow()
                                .with(Info.USER_COUNT, Integer.toString(Integer.parseInt(count.get()) - hidden)))
                : document;
    }
}
