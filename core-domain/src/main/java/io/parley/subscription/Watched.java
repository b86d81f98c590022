package io.parley.subscription;

import io.parley.authorization.AccessPolicy;
import io.parley.authorization.AccessRequest;
import io.parley.authorization.Action;
import io.parley.authorization.Requester;
import io.parley.conference.Conference;
import io.parley.conference.Disconnection;
import io.parley.conference.Kind;
import io.parley.conference.Snapshot;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.Version;
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
 * @param since if whoever has left since that version is shown once more, disconnected: that version
 */
public record Watched(
        Conference conference, Optional<Conference> main, List<Conference> sidebars, Optional<Version> since) {

    /** Copies the list. */
    public Watched {
        Objects.requireNonNull(main, "main");
        Objects.requireNonNull(since, "since");
        sidebars = List.copyOf(sidebars);
    }

    private Watched(Conference conference, Optional<Conference> main, List<Conference> sidebars) {
        this(conference, main, sidebars, Optional.empty());
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

    /** This state for somebody who was told {@code last}, in which all stand once more who have left since; itself if nobody has. */
    public Watched withWhoLeftSince(Watched last) {
        Version told = last.conference().version();
        return conference.attendance().disconnectedSince(told).isEmpty()
                ? this
                : new Watched(conference, main, sidebars, Optional.of(told));
    }

    /** This state with all in its document who are shown once more; who has come again meanwhile has left first. */
    Watched shown() {
        if (since.isEmpty()) {
            return this;
        }
        Element roster = conference.document().child(Info.USERS).orElseGet(Schema.USERS::empty);
        for (Disconnection gone : conference.attendance().disconnectedSince(since.get())) {
            Element shown = roster.entry(Info.USER, gone.user().toString())
                    .map(standing -> as(gone.record(), standing))
                    .orElse(gone.record());
            for (Element device : gone.record().children(Info.ENDPOINT)) {
                shown = shown.with(device);
            }
            roster = roster.with(shown);
        }
        return new Watched(conference.showing(roster), main, sidebars);
    }

    /** {@code standing}, the record of somebody who has left; who was unknown as {@code former} says is so also where it is told that he left. */
    private static Element as(Element former, Element standing) {
        return former.child(Xcon.PROVIDE_ANONYMITY).map(standing::with).orElse(standing);
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
