package io.parley.conference;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import io.parley.document.Schema;
import io.parley.document.Xcon;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import io.parley.user.Draft;
import io.parley.user.UsersRemovals;
import java.util.function.UnaryOperator;

/**
 * Builds what an update changes of a conference object: what it does not mention stays (RFC 6503 section 5.3.4). What removes what, is
 * told in the table of {@link io.parley.document.Merge}.
 */
public final class ConferenceChanges implements ConferencePart<ConferenceChanges>, UsersRemovals<ConferenceChanges> {

    private Element document;

    ConferenceChanges(XconUri id) {
        this.document = Schema.CONFERENCE_INFO.empty().withAttribute(Attributes.ENTITY, id.toString());
    }

    @Override
    public ConferenceChanges edit(UnaryOperator<Element> change) {
        document = change.apply(document);
        return this;
    }

    @Override
    public Element build() {
        return document;
    }

    /** Has the update refused unless the conference is still at {@code version}. */
    public ConferenceChanges basedOn(Version version) {
        return edit(changes -> changes.withAttribute(Attributes.VERSION, version.toString()));
    }

    /** Removes the title; the server may give another one. */
    public ConferenceChanges withoutTitle() {
        return emptying(Info.DISPLAY_TEXT);
    }

    /** Removes the subject. */
    public ConferenceChanges withoutSubject() {
        return emptying(Info.SUBJECT);
    }

    /** Removes the free text. */
    public ConferenceChanges withoutFreeText() {
        return emptying(Info.FREE_TEXT);
    }

    /** Removes the keywords. */
    public ConferenceChanges withoutKeywords() {
        return emptying(Info.KEYWORDS);
    }

    /** Removes the language that the participants should use. */
    public ConferenceChanges withoutLanguage() {
        return emptying(Xcon.LANGUAGE);
    }

    /** Removes the limit of users. */
    public ConferenceChanges withoutMaximumUsers() {
        return emptying(Info.MAXIMUM_USER_COUNT);
    }

    /** Removes all times at which it takes place. */
    public ConferenceChanges withoutTimes() {
        return emptying(Xcon.CONFERENCE_TIME);
    }

    /** Removes a medium. */
    public ConferenceChanges withoutMedium(String label) {
        return medium(new MediumBuilder(label));
    }

    /** Removes a way in. */
    public ConferenceChanges withoutConfUri(String uri) {
        return withoutUri(Info.CONF_URIS, uri);
    }

    /** Removes a service. */
    public ConferenceChanges withoutServiceUri(String uri) {
        return withoutUri(Info.SERVICE_URIS, uri);
    }

    /** Removes a floor. */
    public ConferenceChanges withoutFloor(String id) {
        return floor(new FloorBuilder(id));
    }

    private ConferenceChanges withoutUri(Name list, String uri) {
        return description(description -> Draft.withoutUri(description, list, uri));
    }

    private ConferenceChanges emptying(Name name) {
        return description(description -> Draft.emptying(description, name));
    }
}
