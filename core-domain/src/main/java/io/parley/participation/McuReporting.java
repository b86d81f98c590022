package io.parley.participation;

import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.Focus;
import io.parley.focus.FocusInstance;
import io.parley.focus.Mcu;
import io.parley.focus.McuType;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import io.parley.identity.XconUserId;
import io.parley.roster.RosterAggregation;
import io.parley.user.RegisteredUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the reports of MCUs do to a conference (MS-CONFBAS sections 3.4.4.2.1 and 3.8): the focus's copy of the MCU follows them, and the conference
 * document follows the copy. Whom only an MCU has is in the conference; who is in an MCU has joined, unless he still waits in the lobby; who has
 * neither a device at the focus nor an endpoint at an MCU any more has left. An MCU that dies takes along what it had and nothing else.
 */
public final class McuReporting {

    /** What comes of a report. */
    public sealed interface Answer {
        /**
         * It counts.
         *
         * @param conference the next state
         */
        record Reported(Conference conference) implements Answer {}

        /**
         * A report was lost: the MCU has to be asked for a full one, once. Until then what is known of it holds.
         *
         * @param conference the next state, in which that is noted
         */
        record Lost(Conference conference) implements Answer {}

        /** It says nothing new, comes too early, or comes from an MCU that the conference has no more. */
        record Dropped() implements Answer {}

        /**
         * It is not valid, and nothing of it counts.
         *
         * @param reason why, in words that name the offending thing
         */
        record Rejected(String reason) implements Answer {}
    }

    private McuReporting() {}

    /** The addresses of the users in {@code document} whose identity {@link #report} needs. */
    public static List<SipUri> named(Element document) {
        List<SipUri> named = new ArrayList<>();
        Optional<Element> users = document.child(Info.USERS);
        if (users.isPresent()) {
            for (Element user : users.get().children(Info.USER)) {
                user.attribute(Attributes.ENTITY)
                        .flatMap(SipUri::parse)
                        .filter(uri -> user.child(Info.ENDPOINT).isPresent())
                        .ifPresent(named::add);
            }
        }
        return named;
    }

    /**
     * What becomes of {@code conference} by a report.
     *
     * @param type which of its MCUs reports
     * @param incarnation which of those that it has had of the type
     * @param document the report
     * @param identities who those are whom it {@linkplain #named names}, by {@link Provisioning#key}; an {@link IllegalArgumentException} shows the
     *     address of somebody who is missing
     * @param now when it came
     */
    public static Answer report(
            Conference conference,
            McuType type,
            long incarnation,
            Element document,
            Map<String, RegisteredUser> identities,
            Instant now) {
        Optional<Mcu> mcu = mcu(conference, type, incarnation).filter(known -> known.state() != Mcu.State.DOWN);
        if (mcu.isEmpty()) {
            return new Answer.Dropped();
        }
        RosterAggregation.Answer told = RosterAggregation.apply(mcu.get(), document);
        if (told instanceof RosterAggregation.Answer.Rejected rejected) {
            return new Answer.Rejected(rejected.reason());
        }
        if (told instanceof RosterAggregation.Answer.Applied applied) {
            return new Answer.Reported(applied(conference, mcu.get(), applied.copy(), identities, now));
        }
        if (told instanceof RosterAggregation.Answer.Ended) {
            return new Answer.Reported(down(conference, mcu.get()));
        }
        return told instanceof RosterAggregation.Answer.Gap && mcu.get().state() != Mcu.State.STALE
                ? new Answer.Lost(with(conference, mcu.get().in(Mcu.State.STALE)))
                : new Answer.Dropped();
    }

    /** {@code conference} after that MCU of it has died, or could not begin; empty if it has no such MCU any more, or knows. */
    public static Optional<Conference> failed(Conference conference, McuType type, long incarnation) {
        return mcu(conference, type, incarnation)
                .filter(known -> known.state() != Mcu.State.DOWN)
                .map(known -> down(conference, known));
    }

    /** {@code conference}, in which an MCU of {@code type} is asked to begin in the place of one that is down; empty if none is. */
    public static Optional<Conference> restarted(Conference conference, McuType type, long incarnation) {
        return instance(conference)
                .flatMap(live -> live.mcus().get(type))
                .filter(known -> known.state() == Mcu.State.DOWN && known.incarnation() != incarnation)
                .map(known -> with(conference, Mcu.starting(type, known.uri(), incarnation)));
    }

    private static Optional<FocusInstance> instance(Conference conference) {
        return conference.focus().flatMap(Focus::instance);
    }

    private static Optional<Mcu> mcu(Conference conference, McuType type, long incarnation) {
        return instance(conference)
                .flatMap(live -> live.mcus().get(type))
                .filter(known -> known.incarnation() == incarnation);
    }

    private static Conference with(Conference conference, Mcu mcu) {
        Focus focus = conference.focus().orElseThrow();
        return conference.next(
                conference.document(),
                conference.attendance(),
                focus.with(focus.instance().orElseThrow().with(mcu)));
    }

    private static Conference applied(
            Conference conference, Mcu before, Mcu after, Map<String, RegisteredUser> identities, Instant now) {
        Seating seating = new Seating(conference, after, now);
        before.users().differences(after.users(), (address, was, is) -> {
            Optional<XconUserId> known = before.identities().get(address);
            Optional<Element> endpoint = is.flatMap(user -> user.child(Info.ENDPOINT));
            if (endpoint.isPresent()) {
                RegisteredUser user = Optional.ofNullable(identities.get(address))
                        .filter(named -> known.map(named.id()::equals).orElse(true))
                        .or(() -> known.map(RegisteredUser::of))
                        .orElseThrow(() -> new IllegalArgumentException("nobody said who " + address + " is"));
                seating.seat(address, is.get(), endpoint.get(), user);
            } else if (known.isPresent()) {
                seating.leave(address, known.get());
            }
        });
        return seating.next();
    }

    private static Conference down(Conference conference, Mcu mcu) {
        Seating seating = new Seating(conference, mcu.down(), Instant.EPOCH);
        for (Map.Entry<String, XconUserId> entry : mcu.identities()) {
            seating.leave(entry.getKey(), entry.getValue());
        }
        return seating.next();
    }
}
