package io.parley.examples.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conference;
import io.parley.conference.ConferenceChanges;
import io.parley.conference.ConferenceInfo;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.CallId;
import io.parley.focus.Focus;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.user.AllowedTarget;
import io.parley.user.Endpoint;
import io.parley.user.User;
import io.parley.user.UserChanges;
import io.parley.user.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A conference that Alice has made by CCMP, and what she sees and changes of it by that. */
final class Room {

    final String uri;
    final XconUri id;
    private final House house;

    private Room(House house, SipUri uri) {
        this.house = house;
        this.uri = uri.toString();
        this.id = house.parley.focus().find(uri).orElseThrow().id();
    }

    static Room of(SipHouse house) {
        return new Room(house.house, house.house.room());
    }

    /** The one whose focus has that Contact. */
    static Room at(SipHouse house, String contact) {
        return new Room(house.house, SipUri.of(contact.replaceFirst("@.*", "@example.com")));
    }

    CcmpResponse ccmp(Message message, Operation operation, String who, Optional<Element> info) {
        CcmpRequest request =
                CcmpRequest.of(message, id(who).toString()).on(id.toString()).operation(operation);
        return house.parley.ccmp().handle(info.map(request::info).orElse(request));
    }

    private static XconUserId id(String who) {
        return XconUserId.of(who.replaceFirst("sip:", "xcon-userid:"));
    }

    private void done(CcmpResponse response) {
        assertThat(response.code()).as("%s", response.reason()).isEqualTo(ResponseCode.SUCCESS);
        house.pass(House.MOMENT);
    }

    /** Alice changes it. */
    void update(UnaryOperator<ConferenceChanges> change) {
        done(ccmp(
                Message.CONF,
                Operation.UPDATE,
                House.ALICE,
                Optional.of(change.apply(Conferences.changes(id)).build())));
    }

    /** Alice changes what is said of {@code who}. */
    void update(String who, UnaryOperator<UserChanges> change) {
        done(ccmp(
                Message.USER,
                Operation.UPDATE,
                House.ALICE,
                Optional.of(change.apply(User.changes(id(who))).build())));
    }

    /** Alice adds or removes a user. */
    void user(Operation operation, Element user) {
        done(ccmp(Message.USER, operation, House.ALICE, Optional.of(user)));
    }

    void deleted() {
        done(ccmp(Message.CONF, Operation.DELETE, House.ALICE, Optional.empty()));
    }

    /** What Alice sees. */
    ConferenceInfo info() {
        return new ConferenceInfo(ccmp(Message.CONF, Operation.RETRIEVE, House.ALICE, Optional.empty())
                .body()
                .info()
                .orElseThrow());
    }

    /** The users whom Alice sees. */
    Users users() {
        return new Users(info().element().child(Info.USERS).orElseThrow());
    }

    /** The one call that is under way. */
    CallId call() {
        List<CallId> calls = new ArrayList<>();
        house.parley
                .focus()
                .find(SipUri.of(uri))
                .flatMap(Conference::focus)
                .flatMap(Focus::instance)
                .orElseThrow()
                .calls()
                .forEach((user, call) -> calls.add(call.id()));
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    /** Who is in it by {@code target}, or called there. */
    XconUserId idOf(String target) {
        return users().stream()
                .filter(user -> user.endpoints().stream()
                        .anyMatch(endpoint -> endpoint.entity().startsWith(target)))
                .map(User::id)
                .findFirst()
                .orElseThrow();
    }

    /** The endpoints of the call to {@code target} and of whoever has answered it. */
    List<Endpoint> endpoints(String target) {
        return users().stream()
                .flatMap(user -> user.endpoints().stream())
                .filter(endpoint -> endpoint.entity().startsWith(target))
                .toList();
    }

    /** Its {@code allowed-users-list}. */
    List<AllowedTarget> list() {
        return users().allowed();
    }

    /** How far the call to {@code target} is. */
    String status(String target) {
        List<Endpoint> endpoints = endpoints(target);
        return endpoints.isEmpty() ? "" : endpoints.get(0).status().orElse("");
    }
}
