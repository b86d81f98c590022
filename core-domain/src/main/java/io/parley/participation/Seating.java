package io.parley.participation;

import io.parley.conference.Attendance;
import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.Mcu;
import io.parley.focus.Participant;
import io.parley.focus.Provisioning;
import io.parley.focus.Seat;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;
import java.time.Instant;
import java.util.Optional;

/** One change of who takes part at one MCU, in the making: document, attendance and focus together. Serves one thread. */
final class Seating {

    private final Conference conference;
    private final Instant now;
    private Element document;
    private Attendance attendance;
    private FocusInstance instance;
    private Mcu mcu;

    /** A change after which the MCU is as {@code mcu} says, apart from who its users are. */
    Seating(Conference conference, Mcu mcu, Instant now) {
        this.conference = conference;
        this.now = now;
        this.document = conference.document();
        this.attendance = conference.attendance();
        this.instance = conference.focus().flatMap(Focus::instance).orElseThrow();
        this.mcu = mcu;
    }

    /** {@code user} takes part by {@code endpoint}, under {@code address}. */
    void seat(String address, Element reported, Element endpoint, RegisteredUser user) {
        Seat seat = new Seat(mcu.type(), address);
        Optional<Element> standing = Records.of(document, user.id());
        SipUri uri =
                SipUri.of(reported.attribute(Attributes.ENTITY).orElseThrow()).addressOfRecord();
        Participant known =
                instance.participant(user.id()).orElseGet(() -> Participant.of(user.id(), uri, standing.isPresent()));
        Optional<String> before = known.seats().get(seat);
        Optional<Element> others = standing.map(record ->
                before.map(entity -> Records.withoutEndpoint(record, entity)).orElse(record));
        String wish = McuEndpoint.wish(endpoint);
        String entity = before.filter(stands -> stands.equals(wish) || stands.startsWith(wish + ";endpoint="))
                .orElseGet(() -> Records.freeEntity(others, wish, mcu.type() + "-" + McuEndpoint.entity(endpoint)));
        boolean waits = attendance.isPending(user.id());
        document = Records.with(document, user.id(), record -> {
            Optional<Element> shown = record.entry(Info.ENDPOINT, entity).filter(there -> before.isPresent());
            Element moved = before.filter(stands -> !stands.equals(entity))
                    .map(stands -> Records.withoutEndpoint(record, stands))
                    .orElse(record);
            return described(moved, reported, user, uri)
                    .with(McuEndpoint.recorded(entity, shown, endpoint, waits, now));
        });
        attendance = waits ? attendance : attendance.with(user.id());
        instance = instance.with(known.with(seat, entity));
        mcu = mcu.knowing(address, user.id());
    }

    /** A name and a role for somebody who has none. The role is the focus's to say: who is no presenter gets none before he comes to it. */
    private Element described(Element record, Element reported, RegisteredUser user, SipUri uri) {
        Element named = reported.childText(Info.DISPLAY_TEXT)
                .or(() -> Optional.of(user.displayName()))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .filter(name -> record.childText(Info.DISPLAY_TEXT).isEmpty())
                .map(name -> record.with(Info.DISPLAY_TEXT, name))
                .orElse(record);
        Provisioning provisioning = conference.focus().orElseThrow().provisioning();
        boolean presenter = instance.roles()
                .get(user.id())
                .orElseGet(() -> provisioning.isOrganizer(uri) || provisioning.isListedPresenter(uri));
        return presenter && named.child(Info.ROLES).isEmpty() ? Records.withRole(named, true) : named;
    }

    /** {@code user} takes part no more under {@code address}; who has nothing left has left. */
    void leave(String address, XconUserId user) {
        mcu = mcu.forgetting(address);
        Seat seat = new Seat(mcu.type(), address);
        Optional<Participant> known =
                instance.participant(user).filter(there -> there.seats().containsKey(seat));
        if (known.isEmpty()) {
            return;
        }
        String entity = known.get().seats().get(seat).orElseThrow();
        Participant left = known.get().without(seat);
        Optional<Element> record =
                Records.of(document, user).map(standing -> Records.withoutEndpoint(standing, entity));
        boolean hasLeft = left.isGone() && record.filter(Records::hasEndpoint).isEmpty();
        if (hasLeft) {
            attendance = attendance.without(user);
            instance = instance.without(user);
        } else {
            instance = instance.with(left);
        }
        boolean stays = !hasLeft || left.listed();
        document = record.isPresent() && stays
                ? Records.with(
                        document, user, standing -> hasLeft ? Records.revealed(record.get(), left) : record.get())
                : Records.without(document, user);
    }

    Conference next() {
        Focus focus = conference.focus().orElseThrow();
        return conference.next(document, attendance, focus.with(instance.with(mcu)));
    }
}
