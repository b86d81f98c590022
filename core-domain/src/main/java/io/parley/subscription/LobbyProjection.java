package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.Focus;
import io.parley.identity.XconUserId;
import io.parley.roster.Foreign;
import io.parley.roster.Member;
import io.parley.roster.RosterEndpoint;
import io.parley.user.User;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What somebody sees who has not been admitted: himself, and whether the conference has a lobby (MS-CONFBAS section 3.4.4.1). */
record LobbyProjection(Conference conference, Audience.Waiting watcher) implements Projection {

    @Override
    public List<Element> parts() {
        return List.of(
                watcher.profile() == Profile.C3P
                        ? C3pDescription.ofLobby(conference)
                        : Foreign.element(Info.CONFERENCE_DESCRIPTION));
    }

    @Override
    public Iterable<XconUserId> everybody() {
        return List.of(watcher.user());
    }

    @Override
    public Optional<Element> user(XconUserId user) {
        return Member.of(conference, user)
                .filter(member -> user.equals(watcher.user()))
                .map(this::own);
    }

    private Element own(Member member) {
        Member alone = new Member(
                member.id(),
                member.entity(),
                member.displayName(),
                member.presenter(),
                Optional.empty(),
                member.endpoints().stream()
                        .filter(endpoint -> endpoint.sessionType().equals(RosterEndpoint.FOCUS))
                        .toList());
        return watcher.profile() == Profile.C3P ? alone.element() : plain(member);
    }

    /** His own record; of his devices at the focus how far they are, since the rest may tell of others. */
    private Element plain(Member member) {
        Element record = conference.user(member.id()).orElseThrow();
        Set<String> seats = new HashSet<>();
        conference
                .focus()
                .flatMap(Focus::instance)
                .flatMap(instance -> instance.participant(member.id()))
                .ifPresent(participant -> participant.seats().forEach((seat, entity) -> seats.add(entity)));
        Element own = record;
        for (Element endpoint : record.children(Info.ENDPOINT)) {
            Element bare = endpoint.withoutContent();
            Optional<Element> status = endpoint.child(Info.STATUS);
            own = seats.contains(endpoint.attribute(Attributes.ENTITY).orElse(""))
                    ? own.without(endpoint)
                    : own.replacing(endpoint, status.isPresent() ? bare.with(status.get()) : bare);
        }
        return Plain.user(member.entity(), new User(own), false, false);
    }

    @Override
    public List<Element> references() {
        return List.of();
    }

    @Override
    public SortedMap<String, Projection> sidebars() {
        return Collections.emptySortedMap();
    }

    @Override
    public List<Element> views() {
        return List.of();
    }

    @Override
    public Set<XconUserId> touched(Projection later) {
        return Set.of(watcher.user());
    }
}
