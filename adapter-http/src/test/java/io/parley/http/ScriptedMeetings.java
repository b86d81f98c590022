package io.parley.http;

import io.parley.identity.SipUri;
import io.parley.ports.in.MeetingDirectory;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;

/** The conferences of fabrikam.com: every organizer has one of every identifier, and so many are in it as the test says. */
final class ScriptedMeetings implements MeetingDirectory {

    private final boolean lax;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile OptionalInt connected = OptionalInt.empty();

    private ScriptedMeetings(boolean lax) {
        this.lax = lax;
    }

    /** Names and identifiers are letters and digits. */
    static ScriptedMeetings strict() {
        return new ScriptedMeetings(false);
    }

    /** Everything is a name and an identifier: nothing protects the adapter but itself. */
    static ScriptedMeetings lax() {
        return new ScriptedMeetings(true);
    }

    void connected(int number) {
        connected = OptionalInt.of(number);
    }

    /** What was asked for since the beginning, organizer and identifier with a blank between. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Optional<Meeting> find(String organizer, String conferenceId) {
        asked.add(organizer + " " + conferenceId);
        if (lax) {
            return Optional.of(new Meeting(SipUri.of("sip:o'hara&co@fabrikam.com;gruu"), connected));
        }
        return (organizer + conferenceId).matches("[A-Za-z0-9]+")
                ? Optional.of(new Meeting(
                        SipUri.of("sip:" + organizer + "@fabrikam.com;gruu;opaque=app:conf:focus:id:" + conferenceId),
                        connected))
                : Optional.empty();
    }
}
