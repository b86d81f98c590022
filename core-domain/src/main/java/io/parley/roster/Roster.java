package io.parley.roster;

import io.parley.conference.Conference;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.focus.Focus;
import io.parley.focus.Mcu;
import io.parley.identity.XconUserId;
import io.parley.persistent.PersistentMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is in a conference by which devices, and what its focus and its MCUs tell of themselves (MS-CONFBAS section 2.2.4). It follows from the
 * document, the state of the focus and the copies of the MCUs, and from nothing else. Costs in proportion to who is there: for one user ask
 * {@link Member#of}.
 *
 * @param members who is in it, or waits to be admitted, whether by the focus or by an MCU alone
 * @param views the {@code entity-view} of the focus and of each MCU that published one, by their entities
 */
public record Roster(PersistentMap<XconUserId, Member> members, PersistentMap<String, Element> views) {

    /** The roster of {@code conference}. */
    public static Roster of(Conference conference) {
        PersistentMap<XconUserId, Member> members = PersistentMap.empty();
        Optional<Element> users = conference.document().child(Info.USERS);
        if (users.isPresent()) {
            for (Element record : users.get().children(Info.USER)) {
                XconUserId id =
                        XconUserId.of(record.attribute(Attributes.ENTITY).orElse(""));
                Optional<Member> member = Member.of(conference, id);
                members = member.isPresent() ? members.with(id, member.get()) : members;
            }
        }
        return new Roster(members, views(conference));
    }

    private static PersistentMap<String, Element> views(Conference conference) {
        PersistentMap<String, Element> views = PersistentMap.empty();
        if (conference.focus().isEmpty()) {
            return views;
        }
        Focus focus = conference.focus().get();
        views = views.with(
                focus.provisioning().uri().toString(),
                EntityViews.ofFocus(conference, focus.provisioning().uri()));
        if (focus.instance().isPresent()) {
            for (Map.Entry<?, Mcu> entry : focus.instance().get().mcus()) {
                Optional<Element> view = EntityViews.of(entry.getValue());
                views = view.isPresent() ? views.with(entry.getValue().uri().toString(), view.get()) : views;
            }
        }
        return views;
    }

    /** The roster's entry of {@code user}. */
    public Optional<Member> member(XconUserId user) {
        return members.get(user);
    }
}
