package io.parley.sip.dialog;

import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Notices requests that reach us twice by different ways (RFC 3261 section 8.2.2.2), for as long as a transaction may last. Keeps no more
 * than {@value #KEPT}. Used by any number of threads.
 */
final class Merged {

    private static final int KEPT = 20_000;

    private final InstantSource clock;
    private final Duration time;
    private final Map<Key, Instant> recent = new LinkedHashMap<>();

    private record Key(String callId, String tag, String cseq) {}

    Merged(InstantSource clock, Duration time) {
        this.clock = clock;
        this.time = time;
    }

    /** Whether {@code request}, which is outside of any dialog, is the second of its kind. */
    synchronized boolean is(SipRequest request) {
        Optional<String> tag =
                request.header("From").flatMap(NameAddress::parse).flatMap(NameAddress::tag);
        if (tag.isEmpty()) {
            return false;
        }
        forget();
        Key key = new Key(Headers.text(request, "Call-ID"), tag.get(), Headers.text(request, "CSeq"));
        return recent.putIfAbsent(key, clock.instant().plus(time)) != null;
    }

    private void forget() {
        Iterator<Instant> inOrder = recent.values().iterator();
        while (inOrder.hasNext()) {
            boolean over = !inOrder.next().isAfter(clock.instant());
            if (!over && recent.size() < KEPT) {
                return;
            }
            inOrder.remove();
        }
    }
}
