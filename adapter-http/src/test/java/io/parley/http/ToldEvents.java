package io.parley.http;

import io.parley.ccmp.ResponseCode;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Schema;
import io.parley.identity.XconUri;
import io.parley.ports.in.ConferenceEvent;
import io.parley.ports.in.ConferenceEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A feed of what the test tells it, for everybody who is not refused. */
final class ToldEvents implements ConferenceEvents {

    private final List<ConferenceEvent> events = new ArrayList<>();
    private final List<Runnable> followers = new ArrayList<>();
    final List<Follow> requests = new ArrayList<>();
    boolean broken;
    private Optional<ResponseCode> refusal = Optional.empty();

    @Override
    public synchronized Answer follow(Follow request, Runnable news) {
        requests.add(request);
        if (broken) {
            throw new IllegalStateException("the store is broken");
        }
        if (refusal.isPresent()) {
            return new Refused(refusal.get(), "because");
        }
        followers.add(news);
        return new Following() {
            @Override
            public Optional<ConferenceEvent> after(OptionalLong sequence) {
                synchronized (ToldEvents.this) {
                    return events.stream()
                            .filter(event -> event.sequence() > sequence.orElse(0)
                                    || event.type() == ConferenceEvent.Type.DENIED)
                            .findFirst();
                }
            }

            @Override
            public void close() {
                synchronized (ToldEvents.this) {
                    followers.remove(news);
                }
            }
        };
    }

    synchronized int followers() {
        return followers.size();
    }

    void refuse(ResponseCode code) {
        refusal = Optional.of(code);
    }

    void changed(long sequence) {
        tell(ConferenceEvent.Type.CHANGED, sequence);
    }

    void deleted(long sequence) {
        tell(ConferenceEvent.Type.DELETED, sequence);
    }

    /** Nobody may see it any more. */
    void denied(long last) {
        synchronized (this) {
            events.clear();
        }
        tell(ConferenceEvent.Type.DENIED, last);
    }

    private void tell(ConferenceEvent.Type type, long sequence) {
        Element document = Schema.CONFERENCE_INFO.empty().withAttribute(Attributes.ENTITY, "xcon:c@example.com");
        List<Runnable> told;
        synchronized (this) {
            events.add(new ConferenceEvent(
                    XconUri.of("xcon:c@example.com"),
                    type,
                    sequence,
                    false,
                    Optional.of("confRequest/update"),
                    Optional.of(Instant.EPOCH),
                    type.isLast() ? Optional.empty() : Optional.of(document)));
            told = List.copyOf(followers);
        }
        told.forEach(Runnable::run);
    }
}
