package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.codec.ical.Icalendar;
import io.parley.conference.ConferenceInfo;
import io.parley.identity.XconUri;
import java.time.Instant;
import java.util.List;

/** A house in which conferences take place at their times, and one of Alice's in it; the clock stands at 2030-01-01T09:00:00Z. */
final class Scheduled {

    static final String TEN = "20300101T100000Z";

    private final House house = House.open(parley -> parley.calendars(Icalendar.reader()));
    private String conference = "";

    House house() {
        return house;
    }

    /** An entry whose base is an event with these lines, and which holds {@code times} besides. */
    static String entry(String times, String... lines) {
        return "<xcon:entry><xcon:base>BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + String.join("\n", lines)
                + "\nEND:VEVENT\nEND:VCALENDAR</xcon:base>" + times + "</xcon:entry>";
    }

    /** An entry for ten o'clock on New Year's Day 2030, for an hour. */
    static String atTen(String times, String... lines) {
        String[] all = new String[lines.length + 2];
        all[0] = "DTSTART:" + TEN;
        all[1] = "DURATION:PT1H";
        System.arraycopy(lines, 0, all, 2, lines.length);
        return entry(times, all);
    }

    static String time(String element, String time) {
        return "<xcon:" + element + ">" + time + "</xcon:" + element + ">";
    }

    static String mixingEnd(String time, String role) {
        return "<xcon:mixing-end-offset required-participant='" + role + "'>" + time + "</xcon:mixing-end-offset>";
    }

    static String times(String... entries) {
        return "<xcon:conference-time>" + String.join("", entries) + "</xcon:conference-time>";
    }

    /** Makes a conference with these entries, whose targets are these. */
    Scheduled conference(String targets, String... entries) {
        conference = house.done(creation(targets, entries)).confObjId().orElseThrow();
        return this;
    }

    static CcmpRequest creation(String targets, String... entries) {
        return conf(Operation.CREATE, ALICE)
                .info(confInfo(
                        "xcon:AUTO_GENERATE_1@example.com",
                        description(times(entries))
                                + users(
                                        targets.isEmpty()
                                                ? ""
                                                : "<xcon:allowed-users-list>" + targets
                                                        + "</xcon:allowed-users-list>")));
    }

    String id() {
        return conference;
    }

    XconUri uri() {
        return XconUri.of(conference);
    }

    /** Moves the clock, and so does what is due until then. */
    Scheduled at(String time) {
        house.memory().clock().set(Instant.parse(time));
        return this;
    }

    boolean active() {
        return new ConferenceInfo(house.documentOf(conference, ALICE)).isActive();
    }

    long version() {
        return house.versionOf(conference, ALICE);
    }

    CcmpResponse join(String user) {
        return house.ask(Roster.join(user, conference));
    }

    CcmpResponse reschedule(String... entries) {
        return house.ask(update(ALICE, conference, description(times(entries))));
    }

    List<?> calls() {
        return house.memory().signalling().calls();
    }
}
