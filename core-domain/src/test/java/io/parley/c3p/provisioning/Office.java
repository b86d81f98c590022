package io.parley.c3p.provisioning;

import io.parley.c3p.C3pCode;
import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.c3p.Command;
import io.parley.ccmp.Limits;
import io.parley.conference.Conference;
import io.parley.conference.Outcome;
import io.parley.conference.Snapshot;
import io.parley.conference.Tally;
import io.parley.focus.McuType;
import io.parley.identity.FreshIdentifiers;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.participation.FocusSettings;
import io.parley.user.RegisteredUser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A Focus Factory over a map. Its envelopes are base64 of {@code ours:} and a text. */
final class Office {

    static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");
    static final Organizer ALICE = organizer("alice");

    final Map<XconUri, Conference> stored = new TreeMap<>();
    private int tokens;

    static Organizer organizer(String name) {
        return new Organizer(
                SipUri.of("sip:" + name + "@example.com"), RegisteredUser.of(XconUserId.of(name, "example.com")));
    }

    static String envelope(String text) {
        return Base64.getEncoder().encodeToString(("ours:" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> opened(String envelope) {
        try {
            String text = new String(Base64.getDecoder().decode(envelope), StandardCharsets.UTF_8);
            return text.startsWith("ours:") ? Optional.of(text.substring(5)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    Outcome<Decided> decide(Command command) {
        FactoryRules rules = new FactoryRules(
                ProvisioningSettings.STANDARD,
                FocusSettings.in("example.com"),
                Limits.defaults(),
                List.of(McuType.CHAT, McuType.AUDIO_VIDEO),
                Optional.empty());
        C3pRequest request = new C3pRequest(
                "1", ALICE.uri(), SipUri.of(ALICE.uri() + ";gruu;opaque=app:conf:focusfactory"), command);
        return FactoryCommands.decide(
                request, new FactorySituation(ALICE, new Stored(), rules, Office::opened, new Counter(), NOW));
    }

    /** Decides, stores what comes of it, and gives the response. */
    C3pResponse ask(Command command) {
        Outcome<Decided> outcome = decide(command);
        outcome.stored().forEach(conference -> stored.put(conference.id(), conference));
        outcome.removed().forEach(stored::remove);
        return outcome.result().response();
    }

    static boolean isSuccess(C3pResponse response) {
        return response.code() == C3pCode.SUCCESS;
    }

    private final class Counter implements FreshIdentifiers {
        @Override
        public String token() {
            return "t-" + ++tokens;
        }

        @Override
        public int number() {
            return ++tokens;
        }
    }

    private final class Stored implements Snapshot {
        @Override
        public Optional<Conference> find(XconUri id) {
            return Optional.ofNullable(stored.get(id));
        }

        @Override
        public List<Conference> childrenOf(XconUri parent) {
            return stored.values().stream()
                    .filter(conference ->
                            conference.parent().filter(parent::equals).isPresent())
                    .toList();
        }

        @Override
        public Iterable<Conference> all() {
            return List.copyOf(stored.values());
        }

        @Override
        public boolean reaches(Tally tally, int limit) {
            return stored.size() >= limit;
        }
    }
}
