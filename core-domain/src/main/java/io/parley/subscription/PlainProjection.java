package io.parley.subscription;

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

    PlainProjection(Watched state, Sight sight, boolean steers) {
        super(state, sight);
        this.steers = steers;
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
        String focus = Composer.focus(conference()).provisioning().uri().toString();
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

    @Override
    Element shown(Member member, Element record) {
        return Plain.user(member.entity(), new User(record), steers);
    }

    @Override
    public List<Element> views() {
        return List.of();
    }
}
