package io.parley.subscription;

import io.parley.conference.Kind;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.identity.XconUserId;
import io.parley.privacy.Sight;
import io.parley.roster.Foreign;
import io.parley.roster.Member;
import io.parley.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The conference document of RFC 4575: what the conference document of RFC 6501 shares with it, under the URIs of SIP. */
final class PlainProjection extends AdmittedProjection {

    private static final List<Name> DESCRIPTION = List.of(
            Info.DISPLAY_TEXT,
            Info.SUBJECT,
            Info.FREE_TEXT,
            Info.KEYWORDS,
            Info.CONF_URIS,
            Info.SERVICE_URIS,
            Info.MAXIMUM_USER_COUNT,
            Info.AVAILABLE_MEDIA);

    private final boolean steers;
    private final List<Projection> known;

    /** As those see it who know of these of its sidebars. */
    PlainProjection(Watched state, Sight sight, boolean steers, List<Projection> known) {
        super(state, sight);
        this.steers = steers;
        this.known = known;
    }

    @Override
    public List<Element> parts() {
        List<Element> parts = new ArrayList<>(List.of(description()));
        sight().part(Info.HOST_INFO)
                .flatMap(Plain::of)
                .filter(host -> host.size() > 0)
                .ifPresent(parts::add);
        parts.add(state());
        return parts;
    }

    private Element description() {
        Optional<Element> standing = sight().description();
        Element description = Foreign.element(Info.CONFERENCE_DESCRIPTION);
        for (Name name : DESCRIPTION) {
            Optional<Element> part =
                    standing.flatMap(whole -> whole.child(name)).flatMap(Plain::of);
            description = Foreign.with(description, name.equals(Info.CONF_URIS) ? Optional.of(uris(part)) : part);
        }
        return description;
    }

    /** The URIs with that of the focus among them. */
    private Element uris(Optional<Element> standing) {
        String focus = Composer.uri(conference()).toString();
        Element uris = standing.orElseGet(() -> Foreign.element(Info.CONF_URIS));
        for (Element entry : uris.children(Info.ENTRY)) {
            if (entry.childText(Info.URI).filter(focus::equals).isPresent()) {
                return uris;
            }
        }
        return uris.with(Foreign.element(Info.ENTRY)
                .with(Foreign.element(Info.URI, focus))
                .with(Foreign.element(Info.PURPOSE, "participation")));
    }

    /** Who waits does not count, nor who is not seen to be there (RFC 4575 section 5.5.1). */
    private Element state() {
        long hidden = 0;
        for (XconUserId user : sight().unseen()) {
            boolean isHidden = conference().attendance().hasJoined(user)
                    && sight().user(user).isEmpty();
            hidden += isHidden ? 1 : 0;
        }
        return Foreign.element(Info.CONFERENCE_STATE)
                .with(Foreign.element(
                        Info.USER_COUNT, Long.toString(conference().attendance().size() - hidden)))
                .with(Foreign.element(
                        Info.ACTIVE, Boolean.toString(conference().info().isActive())))
                .with(Foreign.element(
                        Info.LOCKED, Boolean.toString(conference().info().isLocked())));
    }

    /** Whom the focus calls is there for those who steer and for whoever asked for it, who has just left for those who steer (RFC 4575 section 5.7.3). */
    @Override
    Optional<Member> member(XconUserId user) {
        return super.member(user)
                .or(() -> steers || sight().hasAskedFor(user) ? Member.passing(conference(), user) : Optional.empty());
    }

    @Override
    Element shown(Member member, Element record) {
        return Plain.user(member.entity(), new User(record), steers, steers || sight().hasAskedFor(member.id()));
    }

    @Override
    public List<Element> references() {
        return of(Kind.SIDEBAR_BY_REFERENCE)
                .map(sidebar -> Composer.uri(sidebar.conference()).toString())
                .sorted()
                .map(uri -> Foreign.element(Info.ENTRY).with(Foreign.element(Info.URI, uri)))
                .toList();
    }

    @Override
    public SortedMap<String, Projection> sidebars() {
        SortedMap<String, Projection> sidebars = new TreeMap<>();
        of(Kind.SIDEBAR_BY_VALUE)
                .forEach(sidebar ->
                        sidebars.put(Composer.uri(sidebar.conference()).toString(), sidebar));
        return sidebars;
    }

    private Stream<Projection> of(Kind kind) {
        return known.stream().filter(sidebar -> sidebar.conference().kind() == kind);
    }

    @Override
    public List<Element> views() {
        return List.of();
    }
}
