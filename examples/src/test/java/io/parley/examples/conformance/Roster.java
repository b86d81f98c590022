package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Operation;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Schema;
import java.util.ArrayList;
import java.util.List;

/** Who comes into a conference and who stands in it. */
final class Roster {

    /** Whose XCON-USERID the server shall find out or make. */
    static final String SOMEBODY = "xcon-userid:AUTO_GENERATE_1@example.com";

    private Roster() {}

    /** {@code user} joins. */
    static CcmpRequest join(String user, String conference) {
        return user(Operation.CREATE, user).on(conference);
    }

    /** {@code sender} adds {@code added}. */
    static CcmpRequest add(String sender, String conference, String added) {
        return join(sender, conference).info(userInfo(added, ""));
    }

    /** {@code sender} adds somebody of whom he knows only the SIP URI. */
    static CcmpRequest addContact(String sender, String conference, String contact) {
        return join(sender, conference).info(userInfo(SOMEBODY, endpoint(contact)));
    }

    /** Somebody without XCON-USERID joins by this SIP URI. */
    static CcmpRequest joinBy(String contact, String conference) {
        return addContact("", conference, contact).withoutConfUserId();
    }

    static String endpoint(String contact) {
        return "<info:endpoint entity='" + contact + "'/>";
    }

    static String aor(String address) {
        return "<info:associated-aors><info:entry><info:uri>" + address
                + "</info:uri></info:entry></info:associated-aors>";
    }

    /** {@code owner} changes the users element of his conference, with success. */
    static void change(House house, String conference, String owner, String content) {
        house.done(users(Operation.UPDATE, owner).on(conference).info(usersInfo(content)));
    }

    /** The users element of a conference, as {@code user} retrieves it. */
    static Element of(House house, String conference, String user) {
        return house.done(users(Operation.RETRIEVE, user).on(conference))
                .body()
                .info()
                .orElseThrow();
    }

    /** The XCON-USERIDs in the roster of a conference, as {@code user} retrieves it. */
    static List<String> ids(House house, String conference, String user) {
        List<String> ids = new ArrayList<>();
        of(house, conference, user)
                .children(Info.USER)
                .forEach(record -> ids.add(record.attribute(Attributes.ENTITY).orElseThrow()));
        return ids;
    }

    /** The record of {@code of}, as {@code user} retrieves it. */
    static Element record(House house, String conference, String user, String of) {
        return house.done(user(Operation.RETRIEVE, user).on(conference).info(userInfo(of, "")))
                .body()
                .info()
                .orElseThrow();
    }

    /** The number of users that the document of a conference states. */
    static int userCount(House house, String conference, String user) {
        return house.documentOf(conference, user)
                .child(Schema.CONFERENCE_STATE.name())
                .flatMap(state -> state.childText(Info.USER_COUNT))
                .map(Integer::valueOf)
                .orElseThrow();
    }
}
