package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Xcon;
import io.parley.identity.XconUri;
import io.parley.user.UriEntry;
import io.parley.user.View;
import java.util.List;
import java.util.Optional;

/** What the {@code conference-description} of a conference says (RFC 6501 section 4.2, RFC 4575 section 5.3). */
public sealed interface Description extends View permits ConferenceInfo {

    /** The title for humans. */
    default Optional<String> title() {
        return text(Info.CONFERENCE_DESCRIPTION, Info.DISPLAY_TEXT);
    }

    /** What it is about. */
    default Optional<String> subject() {
        return text(Info.CONFERENCE_DESCRIPTION, Info.SUBJECT);
    }

    /** What else there is to say. */
    default Optional<String> freeText() {
        return text(Info.CONFERENCE_DESCRIPTION, Info.FREE_TEXT);
    }

    /** The words by which it is to be found. */
    default List<String> keywords() {
        return words(Info.CONFERENCE_DESCRIPTION, Info.KEYWORDS);
    }

    /** The language of these texts, as a language tag. */
    default Optional<String> textLanguage() {
        return element()
                .child(Info.CONFERENCE_DESCRIPTION)
                .flatMap(description -> description.attribute(Attributes.LANG));
    }

    /** The language that the participants should use, as a language tag (RFC 6501 section 4.2.1). */
    default Optional<String> language() {
        return text(Info.CONFERENCE_DESCRIPTION, Xcon.LANGUAGE);
    }

    /** The ways in, with their passwords (RFC 6501 section 4.2.6). */
    default List<UriEntry> confUris() {
        return entries(UriEntry::new, Info.CONFERENCE_DESCRIPTION, Info.CONF_URIS, Info.ENTRY);
    }

    /** What is offered beside it. */
    default List<UriEntry> serviceUris() {
        return entries(UriEntry::new, Info.CONFERENCE_DESCRIPTION, Info.SERVICE_URIS, Info.ENTRY);
    }

    /** How many users may be in it at most. */
    default Optional<Integer> maximumUserCount() {
        return number(Info.CONFERENCE_DESCRIPTION, Info.MAXIMUM_USER_COUNT);
    }

    /** Its media (RFC 6501 section 4.2.7). */
    default List<Medium> media() {
        return entries(Medium::new, Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA, Info.ENTRY);
    }

    /** The medium of that label. */
    default Optional<Medium> medium(String label) {
        return element()
                .at(Info.CONFERENCE_DESCRIPTION, Info.AVAILABLE_MEDIA)
                .flatMap(media -> media.entry(Info.ENTRY, label))
                .map(Medium::new);
    }

    /** Whether it may have sidebars (RFC 6501 section 4.2.2); what holds where nothing is said is a setting of the server. */
    default Optional<Boolean> allowSidebars() {
        return flag(Info.CONFERENCE_DESCRIPTION, Xcon.ALLOW_SIDEBARS);
    }

    /** What it was cloned from (RFC 6501 section 4.2.3). */
    default Optional<XconUri> cloningParent() {
        return uri(Xcon.CLONING_PARENT);
    }

    /** The conference of which it is a sidebar (RFC 6501 section 4.2.4). */
    default Optional<XconUri> sidebarParent() {
        return uri(Xcon.SIDEBAR_PARENT);
    }

    /** When it takes place (RFC 6501 section 4.2.5). */
    default List<ConferenceTime> times() {
        return entries(ConferenceTime::new, Info.CONFERENCE_DESCRIPTION, Xcon.CONFERENCE_TIME, Xcon.ENTRY);
    }

    private Optional<XconUri> uri(Name name) {
        return text(Info.CONFERENCE_DESCRIPTION, name).flatMap(XconUri::parse);
    }
}
