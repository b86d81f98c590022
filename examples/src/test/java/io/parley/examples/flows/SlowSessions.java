package io.parley.examples.flows;

import io.parley.focus.McuType;
import io.parley.ports.out.MediaSession;
import io.parley.ports.out.MediaSessions;
import io.parley.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** MCUs that answer when they are told to. */
final class SlowSessions {

    private final List<Runnable> waiting = new ArrayList<>();

    /** {@code sessions}, whose outcomes wait. */
    MediaSessions over(MediaSessions sessions) {
        return new Slow(sessions);
    }

    /** Everything that waits happens. */
    void goOn() {
        List.copyOf(waiting).forEach(Runnable::run);
        waiting.clear();
    }

    private final class Slow implements MediaSessions {
        private final MediaSessions sessions;

        Slow(MediaSessions sessions) {
            this.sessions = sessions;
        }

        @Override
        public List<McuType> types() {
            return sessions.types();
        }

        @Override
        public boolean serves(McuType type, SessionDescription offer) {
            return sessions.serves(type, offer);
        }

        @Override
        public MediaSession open(Leg leg, Consumer<String> dismissed) {
            return new SlowSession(sessions.open(leg, dismissed));
        }
    }

    private final class SlowSession implements MediaSession {
        private final MediaSession session;

        SlowSession(MediaSession session) {
            this.session = session;
        }

        @Override
        public void answer(SessionDescription offer, Consumer<MediaSessions.Outcome> outcome) {
            waiting.add(() -> session.answer(offer, outcome));
        }

        @Override
        public void offer(Consumer<MediaSessions.Outcome> outcome) {
            waiting.add(() -> session.offer(outcome));
        }

        @Override
        public void answered(SessionDescription answer) {
            session.answered(answer);
        }

        @Override
        public void confirmed() {
            session.confirmed();
        }

        @Override
        public void end() {
            session.end();
        }
    }
}
