package io.parley.conference;

import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import io.parley.user.Controls;
import io.parley.user.ControlsBuilder;
import io.parley.user.Endpoint;
import io.parley.user.EndpointBuilder;
import io.parley.user.EndpointMedia;
import io.parley.user.EndpointMediaBuilder;
import io.parley.user.User;
import io.parley.user.UserBuilder;
import io.parley.user.UserChanges;
import io.parley.user.Users;
import io.parley.user.UsersBuilder;
import io.parley.user.UsersChanges;

/**
 * Where the building of conference documents begins: whole ones for a creation, changes for an update, and their parts (RFC 6501, and
 * RFC 6503 sections 5.3.4 to 5.3.6). Nobody has to spell the name of an element.
 *
 * <pre>{@code
 * Element weekly = Conferences.newConference("example.com")
 *         .title("Weekly")
 *         .newMedium("audio")
 *         .joinHandling(JoinHandling.ALLOW)
 *         .allow("sip:bob@example.com", DialMethod.DIAL_OUT)
 *         .build();
 * }</pre>
 */
public final class Conferences {

    private Conferences() {}

    /** A new conference whose identifier is known. */
    public static ConferenceBuilder builder(XconUri id) {
        return new ConferenceBuilder(id);
    }

    /** A new conference whose identifier is known; an {@link IllegalArgumentException} shows what is no XCON-URI. */
    public static ConferenceBuilder builder(String id) {
        return builder(XconUri.of(id));
    }

    /** A new conference of {@code domain}, whose identifier is {@code AUTO_GENERATE_1} until the server generates it. */
    public static ConferenceBuilder newConference(String domain) {
        return builder(new PlaceholderSequence().nextConference(domain));
    }

    /** Changes of a conference that is there. */
    public static ConferenceChanges changes(XconUri id) {
        return new ConferenceChanges(id);
    }

    /** A medium of a conference. */
    public static MediumBuilder medium(String label) {
        return new MediumBuilder(label);
    }

    /** A floor of a conference. */
    public static FloorBuilder floor(String id) {
        return new FloorBuilder(id);
    }

    /** A time at which a conference takes place; {@code base} is an iCalendar object (RFC 5545). */
    public static ConferenceTimeBuilder time(String base) {
        return new ConferenceTimeBuilder(base);
    }

    /** The users of a conference, apart from the rest. */
    public static UsersBuilder users() {
        return Users.builder();
    }

    /** Changes of the users of a conference, apart from the rest. */
    public static UsersChanges usersChanges() {
        return Users.changes();
    }

    /** A user of a conference. */
    public static UserBuilder user(XconUserId id) {
        return User.builder(id);
    }

    /**
     * A user of {@code domain} whose identifier only the server knows, {@code AUTO_GENERATE_1} until then, for a request with nothing
     * else in it (RFC 6503 section 5.3.6); inside a larger one, {@link PlaceholderSequence} tells the placeholders apart.
     */
    public static UserBuilder newUser(String domain) {
        return user(new PlaceholderSequence().nextUser(domain));
    }

    /** Changes of a user of a conference. */
    public static UserChanges userChanges(XconUserId id) {
        return User.changes(id);
    }

    /** An endpoint of a user. */
    public static EndpointBuilder endpoint(String entity) {
        return Endpoint.builder(entity);
    }

    /** A stream of an endpoint. */
    public static EndpointMediaBuilder endpointMedia(String id) {
        return EndpointMedia.builder(id);
    }

    /** How a stream is mixed. */
    public static ControlsBuilder controls() {
        return Controls.builder();
    }
}
