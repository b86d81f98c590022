package io.parley.subscription;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.AccessRequest;
import io.parley.authorization.Action;
import io.parley.authorization.Requester;
import io.parley.conference.Conference;
import io.parley.conference.Kind;
import io.parley.conference.Snapshot;
import io.parley.identity.XconUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A state of a conference as somebody follows it. A sidebar is followed together with its main conference: who wants to be unknown there is
 * unknown in it as well.
 *
 * @param conference the state
 * @param main that of the main conference; present for a sidebar whose main conference is there
 * @param sidebars those of its sidebars, in the order in which it lists them
 */
public record Watched(Conference conference, Optional<Conference> main, List<Conference> sidebars) {

    /** Copies the list. */
    public Watched {
        Objects.requireNonNull(main, "main");
        sidebars = List.copyOf(sidebars);
    }

    /** The state of {@code conference}, which stands in {@code snapshot}. */
    public static Watched in(Snapshot snapshot, Conference conference) {
        return new Watched(
                conference,
                conference.kind().isSidebar() ? conference.parent().flatMap(snapshot::find) : Optional.empty(),
                sidebars(snapshot, conference));
    }

    private static List<Conference> sidebars(Snapshot snapshot, Conference conference) {
        List<Conference> sidebars = new ArrayList<>();
        conference
                .info()
                .sidebarsByReference()
                .forEach(entry ->
                        XconUri.parse(entry.uri()).flatMap(snapshot::find).ifPresent(sidebars::add));
        conference
                .info()
                .sidebarsByValue()
                .forEach(entry -> snapshot.find(entry.id()).ifPresent(sidebars::add));
        return sidebars;
    }

    /** The sidebars whose content stands in its documents. */
    public Stream<Conference> byValue() {
        return sidebars.stream().filter(sidebar -> sidebar.kind() == Kind.SIDEBAR_BY_VALUE);
    }

    /** {@code sidebar} of it, as it stands in a document of its main conference. */
    Watched within(Conference sidebar) {
        return new Watched(sidebar, Optional.of(conference), List.of());
    }

    /** The state of something that is no sidebar. */
    public static Watched of(Conference conference) {
        if (conference.kind().isSidebar()) {
            throw new IllegalArgumentException(conference.id() + " is a sidebar and is not followed without its main");
        }
        return new Watched(conference, Optional.empty(), List.of());
    }

    /**
     * Why {@code watcher} may not follow it, in words that give nothing away; empty if he may (RFC 4575 section 3.5). Who steers the main
     * conference follows its sidebars as well.
     */
    public Optional<String> refusal(AccessPolicy policy, Requester watcher) {
        return refusal(policy, watcher, Action.WATCH_CONFERENCE);
    }

    /** Why {@code requester} may not do {@code action} to it, which those may who steer the main conference. */
    public Optional<String> refusal(AccessPolicy policy, Requester requester, Action action) {
        return policy.refusal(access(requester, action, conference))
                .filter(refused -> main.filter(
                                known -> policy.refusal(access(requester, Action.CHANGE_CONFERENCE, known))
                                        .isEmpty())
                        .isEmpty());
    }

    private static AccessRequest access(Requester requester, Action action, Conference conference) {
        return new AccessRequest(requester, action, Optional.of(conference), Optional.empty());
    }

    /** Whether everybody in it may be seen as he is. */
    boolean hidesNobody() {
        return conference.attendance().pseudonyms().isEmpty()
                && main.map(known -> known.attendance().pseudonyms().isEmpty()).orElse(true)
                && sidebars.stream()
                        .allMatch(sidebar -> sidebar.attendance().pseudonyms().isEmpty());
    }
}
