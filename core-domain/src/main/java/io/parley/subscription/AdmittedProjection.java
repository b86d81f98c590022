package io.parley.subscription;

import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.identity.XconUserId;
import io.parley.privacy.Sight;
import io.parley.roster.Foreign;
import io.parley.roster.InfoNames;
import io.parley.roster.Member;
import io.parley.roster.RosterEndpoint;
import io.parley.roster.State;
import io.parley.user.EndpointStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What those see who have been admitted. Who wants to be unknown is seen by an alias in a domain that is none (RFC 4575 section 5.6), or not. */
abstract class AdmittedProjection implements Projection {

    private static final String ALIAS = "sip:anonymous%s@anonymous.invalid";

    private final Watched state;
    private final Conference conference;
    private final Sight sight;

    AdmittedProjection(Watched state, Sight sight) {
        this.state = state;
        this.conference = state.conference();
        this.sight = sight;
    }

    /** How somebody is shown who is seen as he is, by his record as it is seen. */
    abstract Element shown(Member member, Element record);

    final Sight sight() {
        return sight;
    }

    @Override
    public final Conference conference() {
        return conference;
    }

    @Override
    public final Iterable<XconUserId> everybody() {
        List<XconUserId> users = new ArrayList<>();
        Optional<Element> roster = conference.document().child(Info.USERS);
        roster.ifPresent(there -> there.children(Info.USER)
                .forEach(record -> record.attribute(Attributes.ENTITY)
                        .flatMap(XconUserId::parse)
                        .ifPresent(users::add)));
        return users;
    }

    @Override
    public final Optional<Element> user(XconUserId user) {
        return member(user).flatMap(member -> sight.user(user).map(record -> seen(member, record)));
    }

    /** Who is in the roster. */
    Optional<Member> member(XconUserId user) {
        return Member.of(conference, user);
    }

    private Element seen(Member member, Element record) {
        XconUserId named = XconUserId.of(record.attribute(Attributes.ENTITY).orElse(""));
        return named.equals(member.id()) ? shown(member, record) : disguise(named, record);
    }

    private Element disguise(XconUserId pseudonym, Element record) {
        String alias = ALIAS.formatted(pseudonym.name());
        Element user = Foreign.element(Info.USER)
                .withAttribute(Attributes.ENTITY, alias)
                .withAttribute(Attributes.STATE, State.FULL.word())
                .with(Foreign.element(Info.DISPLAY_TEXT, "Anonymous" + pseudonym.name()));
        return record.child(Info.ENDPOINT).isPresent() ? user.with(waiting(alias)) : user;
    }

    private Element waiting(String alias) {
        Element endpoint = Foreign.element(Info.ENDPOINT).withAttribute(Attributes.ENTITY, alias);
        return (this instanceof C3pProjection
                        ? endpoint.withAttribute(InfoNames.SESSION_TYPE, RosterEndpoint.FOCUS)
                        : endpoint)
                .with(Foreign.element(Info.STATUS, EndpointStatus.ON_HOLD));
    }

    @Override
    public final Set<XconUserId> touched(Projection later) {
        AdmittedProjection other = (AdmittedProjection) later;
        if (unseen().equals(other.unseen())) {
            return Touched.between(conference, later.conference());
        }
        Set<XconUserId> all = new LinkedHashSet<>();
        everybody().forEach(all::add);
        later.everybody().forEach(all::add);
        return all;
    }

    /** On what it depends, beside what somebody has himself, how he is shown: who must not be named, and how those could be recognised. */
    private Map<XconUserId, Unseen> unseen() {
        Map<XconUserId, Unseen> unseen = new HashMap<>();
        for (XconUserId user : sight.unseen()) {
            unseen.put(
                    user,
                    new Unseen(conference.user(user), state.main().flatMap(main -> main.user(user)), sight.user(user)));
        }
        return unseen;
    }

    private record Unseen(Optional<Element> record, Optional<Element> ofMain, Optional<Element> disguise) {}
}
