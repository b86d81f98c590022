package io.parley.c3p.provisioning;

import io.parley.c3p.ConferenceKeys;
import io.parley.conference.Cause;
import io.parley.conference.Conference;
import io.parley.conference.Snapshot;
import io.parley.focus.ConferenceUri;
import io.parley.focus.Focus;
import io.parley.focus.Provisioning;
import io.parley.identity.FreshIdentifiers;
import io.parley.identity.SipUri;
import io.parley.identity.XconUri;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * In what situation a command to the Focus Factory is executed.
 *
 * @param organizer who sends it
 * @param snapshot what is stored
 * @param rules by what is decided
 * @param opened what is in an envelope, which is given in base64; empty if it was not sealed for us
 * @param fresh makes the identifiers of conferences for which the client has none
 * @param now when it is executed
 */
public record FactorySituation(
        Organizer organizer,
        Snapshot snapshot,
        FactoryRules rules,
        Function<String, Optional<String>> opened,
        FreshIdentifiers fresh,
        Instant now) {

    /** How the conference that this was decided about was provisioned. */
    static Provisioning provisioning(Conference conference) {
        return conference
                .focus()
                .map(Focus::provisioning)
                .orElseThrow(() -> new IllegalArgumentException(conference.id() + " was not provisioned"));
    }

    /** The conference of the organizer that {@code keys} name; where both are given they have to name the same. */
    Optional<Conference> find(ConferenceKeys keys) {
        Optional<XconUri> byId = keys.conferenceId().flatMap(organizer::conference);
        Optional<XconUri> byUri =
                keys.confEntity().flatMap(ConferenceUri::parse).map(ConferenceUri::conference);
        if (byId.isPresent() && byUri.isPresent() && !byId.equals(byUri)) {
            return Optional.empty();
        }
        return byId.or(() -> byUri)
                .flatMap(snapshot::find)
                .filter(this::isOwn)
                .filter(conference -> keys.confEntity()
                        .map(uri -> isConferenceUri(uri, provisioning(conference)))
                        .orElse(true));
    }

    private boolean isConferenceUri(SipUri uri, Provisioning provisioning) {
        return uri.isEquivalentTo(provisioning.uri(), rules.focus().domain());
    }

    /** Whether a conference of that URI would be the organizer's. */
    boolean isOfOrganizer(SipUri confEntity) {
        return confEntity
                .addressOfRecord()
                .isEquivalentTo(organizer.uri(), rules.focus().domain());
    }

    /** Whether somebody is in the way of a conference under that identity, whoever made it. */
    boolean isTaken(XconUri id) {
        return snapshot.find(id).isPresent();
    }

    /** All conferences of the organizer that this factory made, in the order of their identities. */
    List<Conference> conferences() {
        List<Conference> own = new ArrayList<>();
        for (Conference conference : snapshot.all()) {
            if (isOwn(conference)) {
                own.add(conference);
            }
        }
        return own;
    }

    /** The organizer's permanent conference. */
    Optional<Conference> staticConference() {
        return conferences().stream()
                .filter(conference -> provisioning(conference).isStatic())
                .findFirst();
    }

    /** What CCMP made is dealt with by CCMP. */
    private boolean isOwn(Conference conference) {
        return conference.isOwnedBy(organizer.id())
                && conference
                        .focus()
                        .flatMap(focus -> focus.provisioning().conferenceId())
                        .isPresent();
    }

    Cause cause(String command) {
        return new Cause("c3p/" + command, Optional.of(organizer.id()), now);
    }
}
