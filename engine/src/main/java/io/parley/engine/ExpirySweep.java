package io.parley.engine;

import io.parley.c3p.provisioning.Deprovisioning;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.identity.XconUri;
import io.parley.ports.out.OutPorts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes provisioned conferences that are past their {@code expiry-time}, again and again. Each is looked at once more in the transaction that
 * deletes it: whoever joins first keeps it until it is over.
 */
final class ExpirySweep {

    private static final Logger LOG = LoggerFactory.getLogger(ExpirySweep.class);

    private final OutPorts ports;
    private final Duration every;

    ExpirySweep(OutPorts ports, Duration every) {
        this.ports = ports;
        this.every = every;
    }

    /** Begins to look. */
    void begin() {
        ports.scheduler().at(ports.clock().instant().plus(every), this::sweep);
    }

    private void sweep() {
        try {
            Instant now = ports.clock().instant();
            expired(now)
                    .forEach(conference ->
                            ports.store().transact(snapshot -> Deprovisioning.expire(snapshot, conference, now)));
        } catch (RuntimeException fault) {
            LOG.error("expired conferences were not all deleted, and are looked at again in {}", every, fault);
        } finally {
            begin();
        }
    }

    private List<XconUri> expired(Instant now) {
        return ports.store().transact(snapshot -> {
            List<XconUri> expired = new ArrayList<>();
            for (Conference conference : snapshot.all()) {
                if (Deprovisioning.isExpired(conference, now)) {
                    expired.add(conference.id());
                }
            }
            return Outcome.unchanged(expired);
        });
    }
}
