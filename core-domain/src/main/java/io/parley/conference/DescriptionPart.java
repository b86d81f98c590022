package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.user.Draft;
import java.util.function.UnaryOperator;

/**
 * What a builder can say of the {@code conference-description} (RFC 6501 section 4.2).
 *
 * @param <B> the builder
 */
public interface DescriptionPart<B> extends Draft {

    /** Changes the {@code conference-description} element in a way that has no name here. */
    B description(UnaryOperator<Element> change);

    /** The title for humans. */
    default B title(String text) {
        return description(description -> description.with(Info.DISPLAY_TEXT, text));
    }

    /** What the conference is about. */
    default B subject(String text) {
        return description(description -> description.with(Info.SUBJECT, text));
    }

    /** What else there is to say. */
    default B freeText(String text) {
        return description(description -> description.with(Info.FREE_TEXT, text));
    }

    /** The words by which it is to be found; none of them may hold white space. */
    default B keywords(String... words) {
        return description(description -> description.with(Info.KEYWORDS, String.join(" ", words)));
    }

    /** The language of these texts, as a language tag. */
    default B textLanguage(String tag) {
        return description(description -> description.withAttribute(Attributes.LANG, tag));
    }

    /** The language that the participants should use, as a language tag. */
    default B language(String tag) {
        return description(description -> description.with(Xcon.LANGUAGE, tag));
    }

    /** How many users may be in it at most. */
    default B maximumUsers(int count) {
        return description(description -> description.with(Info.MAXIMUM_USER_COUNT, Integer.toString(count)));
    }

    /** Whether it may have sidebars. */
    default B allowSidebars(boolean may) {
        return description(description -> description.with(Xcon.ALLOW_SIDEBARS, Boolean.toString(may)));
    }

    /**
     * Adds a way in, which opens to any of the passwords if there are some; {@code purpose} is a word of
     * {@link io.parley.user.UriPurpose}.
     */
    default B confUri(String uri, String purpose, String... passwords) {
        return description(description -> Draft.adding(description, Info.CONF_URIS, Info.ENTRY, entry -> {
            Element way = entry.with(Info.URI, uri).with(Info.PURPOSE, purpose);
            for (String password : passwords) {
                way = way.with(Xcon.CONFERENCE_PASSWORD, password);
            }
            return way;
        }));
    }

    /** Adds a service; {@code purpose} is a word of {@link io.parley.user.UriPurpose}. */
    default B serviceUri(String uri, String purpose) {
        return description(description -> Draft.adding(
                description,
                Info.SERVICE_URIS,
                Info.ENTRY,
                entry -> entry.with(Info.URI, uri).with(Info.PURPOSE, purpose)));
    }

    /** Adds a medium. */
    default B medium(String label, String type) {
        return medium(new MediumBuilder(label).type(type));
    }

    /** Adds a medium, or in an update what changes of it. */
    default B medium(MediumBuilder medium) {
        return description(
                description -> Draft.within(description, Info.AVAILABLE_MEDIA, media -> media.with(medium.build())));
    }

    /** Adds a time at which it takes place; an update replaces the times by those that it states. */
    default B time(ConferenceTimeBuilder time) {
        return description(
                description -> Draft.within(description, Xcon.CONFERENCE_TIME, times -> times.with(time.build())));
    }
}
