package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.XconUserId;
import io.parley.roster.Foreign;
import io.parley.roster.Member;
import io.parley.roster.RosterEndpoint;
import io.parley.user.User;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        return watcher.profile() == Profile.C3P
                ? alone.element()
                : Plain.user(
                        member.entity(), new User(conference.user(member.id()).orElseThrow()), false);
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
