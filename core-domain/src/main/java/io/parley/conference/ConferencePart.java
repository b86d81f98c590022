package io.parley.conference;

import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.user.Draft;
import io.parley.user.UsersPart;
import java.util.function.UnaryOperator;

/**
 * What a builder can say of a conference as a whole (RFC 6501 section 4.1).
 *
 * @param <B> the builder
 */
public interface ConferencePart<B> extends DescriptionPart<B>, UsersPart<B>, FloorPart<B> {

    /** Changes the {@code conference-info} element in a way that has no name here. */
    B edit(UnaryOperator<Element> change);

    @Override
    default B description(UnaryOperator<Element> change) {
        return edit(document -> Draft.within(document, Info.CONFERENCE_DESCRIPTION, change));
    }

    @Override
    default B users(UnaryOperator<Element> change) {
        return edit(document -> Draft.within(document, Info.USERS, change));
    }

    @Override
    default B floorInformation(UnaryOperator<Element> change) {
        return edit(document -> Draft.within(document, Xcon.FLOOR_INFORMATION, change));
    }

    /** Changes the {@code conference-state} element in a way that has no name here. */
    default B state(UnaryOperator<Element> change) {
        return edit(document -> Draft.within(document, Info.CONFERENCE_STATE, change));
    }

    /** Changes the {@code host-info} element in a way that has no name here. */
    default B host(UnaryOperator<Element> change) {
        return edit(document -> Draft.within(document, Info.HOST_INFO, change));
    }

    /**
     * Adds a medium whose label the server generates: the next placeholder behind all that stand here so far (RFC 6503 section 4.3).
     */
    default B newMedium(String type) {
        return edit(document -> {
            String label = PlaceholderSequence.after(document).next();
            Element medium = new MediumBuilder(label).type(type).build();
            return Draft.within(
                    document,
                    Info.CONFERENCE_DESCRIPTION,
                    description -> Draft.within(description, Info.AVAILABLE_MEDIA, media -> media.with(medium)));
        });
    }

    /** Whether it is running. */
    default B active(boolean active) {
        return state(state -> state.with(Info.ACTIVE, Boolean.toString(active)));
    }

    /** Whether nobody can be added. */
    default B locked(boolean locked) {
        return state(state -> state.with(Info.LOCKED, Boolean.toString(locked)));
    }

    /** Whether its events may be subscribed to (RFC 6501 section 4.4.1). */
    default B allowEventSubscription(boolean may) {
        return state(state -> state.with(Xcon.ALLOW_CONFERENCE_EVENT_SUBSCRIPTION, Boolean.toString(may)));
    }

    /** The name of who provides it, for humans (RFC 4575 section 5.4.1). */
    default B hostName(String name) {
        return host(host -> host.with(Info.DISPLAY_TEXT, name));
    }

    /** The page of who provides it (RFC 4575 section 5.4.2). */
    default B hostPage(String uri) {
        return host(host -> host.with(Info.WEB_PAGE, uri));
    }

    /** Adds a URI at which the host is reached; {@code displayText} says which, for humans (RFC 4575 section 5.4.3). */
    default B hostUri(String uri, String displayText) {
        return host(host -> Draft.adding(
                host, Info.URIS, Info.ENTRY, entry -> entry.with(Info.URI, uri).with(Info.DISPLAY_TEXT, displayText)));
    }
}
