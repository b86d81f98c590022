package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.user.UriEntry;
import io.parley.user.Users;
import java.util.List;
import java.util.Optional;

/**
 * The document of a conference object (RFC 6501 section 4.1), under the names that Java gives it.
 *
 * @param element the {@code conference-info} element, or that of a sidebar inside the document of its main conference
 */
public record ConferenceInfo(Element element) implements Description {

    private static final ElementType SIDEBAR = Schema.SIDEBARS_BY_VAL.child(Info.ENTRY);

    /** Refuses any other element. */
    public ConferenceInfo {
        if (element.type() != Schema.CONFERENCE_INFO && element.type() != SIDEBAR) {
            throw new IllegalArgumentException("not a conference-info document: " + element.name());
        }
    }

    /** Which conference it is; an {@link IllegalArgumentException} shows what the data model does not admit as an XCON-URI. */
    public XconUri id() {
        return XconUri.of(attribute(Attributes.ENTITY).orElse(""));
    }

    /** Who provides it. */
    public Optional<HostInfo> host() {
        return element.child(Info.HOST_INFO).map(HostInfo::new);
    }

    /** The number of users that its state tells; empty where it tells none. */
    public Optional<Integer> userCount() {
        return number(Info.CONFERENCE_STATE, Info.USER_COUNT);
    }

    /** Whether it is running. */
    public boolean isActive() {
        return flag(Info.CONFERENCE_STATE, Info.ACTIVE).orElse(false);
    }

    /** Whether nobody can be added. */
    public boolean isLocked() {
        return flag(Info.CONFERENCE_STATE, Info.LOCKED).orElse(false);
    }

    /** Whether its events may be subscribed to (RFC 6501 section 4.4.1); they may where nothing is said. */
    public boolean allowsEventSubscription() {
        return flag(Info.CONFERENCE_STATE, Xcon.ALLOW_CONFERENCE_EVENT_SUBSCRIPTION)
                .orElse(true);
    }

    /** Its users, and who may become one (RFC 6501 section 4.6). */
    public Users users() {
        return element.child(Info.USERS).map(Users::new).orElse(Users.NONE);
    }

    /** Its floors as a whole (RFC 6501 section 4.5); empty for a conference without floors. */
    public Optional<FloorInformation> floorInformation() {
        return element.child(Xcon.FLOOR_INFORMATION).map(FloorInformation::new);
    }

    /** Its floors (RFC 6501 section 4.5.4). */
    public List<Floor> floors() {
        return floorInformation().map(FloorInformation::floors).orElse(List.of());
    }

    /** The sidebars whose documents stand elsewhere (RFC 6501 section 4.7). */
    public List<UriEntry> sidebarsByReference() {
        return entries(UriEntry::new, Info.SIDEBARS_BY_REF, Info.ENTRY);
    }

    /** The sidebars whose documents stand in this one (RFC 6501 section 4.8). */
    public List<ConferenceInfo> sidebarsByValue() {
        return entries(ConferenceInfo::new, Info.SIDEBARS_BY_VAL, Info.ENTRY);
    }
}
