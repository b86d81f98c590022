package io.parley.engine;

import io.parley.cloning.Consequences;
import io.parley.conference.Cause;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.document.Element;
import io.parley.focus.Provisioning;
import io.parley.identity.SipUri;
import io.parley.participation.McuReporting;
import io.parley.participation.McuReporting.Answer;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.OutPorts;
import io.parley.user.RegisteredUser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What MCUs report, one transaction a report; who is told of a lost one is the MCU, once. */
final class McuReports {

    private static final Logger LOG = LoggerFactory.getLogger(McuReports.class);

    private final OutPorts ports;
    private final Identities identities;

    McuReports(OutPorts ports, Identities identities) {
        this.ports = ports;
        this.identities = identities;
    }

    void report(McuId mcu, Element document) {
        Map<String, RegisteredUser> users = new TreeMap<>();
        for (SipUri uri : McuReporting.named(document)) {
            users.put(Provisioning.key(uri), identities.shown(uri));
        }
        Instant now = ports.clock().instant();
        Answer answer = ports.store().transact(snapshot -> {
            Optional<Conference> conference = snapshot.find(mcu.conference());
            Answer told = conference
                    .map(state -> McuReporting.report(state, mcu.type(), mcu.incarnation(), document, users, now))
                    .orElseGet(Answer.Dropped::new);
            return next(told)
                    .map(next -> new Outcome<>(
                            told,
                            Consequences.of(snapshot, next.withPseudonyms(ports.ids())),
                            List.of(),
                            Optional.of(new Cause("focus/report", Optional.empty(), now))))
                    .orElseGet(() -> Outcome.unchanged(told));
        });
        if (answer instanceof Answer.Lost) {
            ports.mcus().refresh(mcu);
        } else if (answer instanceof Answer.Rejected rejected) {
            LOG.warn("a report of {} is not valid and was rejected: {}", mcu.uri(), rejected.reason());
        }
    }

    private static Optional<Conference> next(Answer answer) {
        if (answer instanceof Answer.Reported reported) {
            return Optional.of(reported.conference());
        }
        return answer instanceof Answer.Lost lost ? Optional.of(lost.conference()) : Optional.empty();
    }
}
