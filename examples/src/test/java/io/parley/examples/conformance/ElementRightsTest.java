package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.Roster.change;
import static io.parley.examples.conformance.Roster.join;
import static io.parley.examples.conformance.Updates.description;
import static io.parley.examples.conformance.Updates.state;
import static io.parley.examples.conformance.Updates.update;
import static io.parley.examples.conformance.Updates.users;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.document.Element;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may write and read which element of a conference, by his role in it (RFC 5239 section 5.2). */
@Requirement("XF-5.2-01")
class ElementRightsTest {

    private static final String MODERATOR = "xcon-userid:mo@example.com";
    private static final String TARGET = "xcon-userid:tim@example.com";
    private static final String STRANGER = "xcon-userid:sue@example.com";
    private static final List<String> EVERYBODY = List.of(ROOT, ALICE, MODERATOR, BOB, TARGET, STRANGER);

    private final House house = House.open();

    /** A running conference of Alice's, in which a moderator, Bob and Carol are and to which somebody is invited. */
    private String peopled() {
        String conference = house.conferenceOf(ALICE);
        change(
                house,
                conference,
                ALICE,
                "<info:user entity='" + MODERATOR + "'><info:roles><info:entry>moderator</info:entry></info:roles>"
                        + "</info:user><xcon:allowed-users-list><xcon:target uri='" + TARGET
                        + "' method='dial-in'/></xcon:allowed-users-list>"
                        + "<xcon:deny-users-list><xcon:target uri='sip:mallory@example.com'/></xcon:deny-users-list>");
        for (String user : List.of(ALICE, MODERATOR, BOB, CAROL)) {
            house.done(join(user, conference)
                    .info(userInfo(
                            user,
                            "<info:endpoint entity='" + user.replace("xcon-userid:", "sip:") + "'><info:media id='1'>"
                                    + "<info:label>audioLabel</info:label></info:media></info:endpoint>")));
        }
        return conference;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # where     | content                                                                 | admin | owner | mod. | part. | inv. | stranger
            description | <info:display-text>new</info:display-text>                              | 200 | 200 | 200 | 426 | 426 | 426
            description | <info:subject>new</info:subject>                                        | 200 | 200 | 200 | 426 | 426 | 426
            description | <info:maximum-user-count>90</info:maximum-user-count>                   | 200 | 200 | 200 | 426 | 426 | 426
            description | <xcon:allow-sidebars>true</xcon:allow-sidebars>                         | 200 | 200 | 200 | 426 | 426 | 426
            description | <xcon:cloning-parent>xcon:other@example.com</xcon:cloning-parent>        | 426 | 426 | 426 | 426 | 426 | 426
            media       | <info:status>recvonly</info:status>                                     | 200 | 200 | 200 | 426 | 426 | 426
            state       | <info:locked>true</info:locked>                                         | 200 | 200 | 200 | 426 | 426 | 426
            state       | <info:active>false</info:active>                                        | 426 | 426 | 426 | 426 | 426 | 426
            state       | <info:user-count>77</info:user-count>                                   | 426 | 426 | 426 | 426 | 426 | 426
            host        | <info:display-text>Host</info:display-text>                             | 200 | 200 | 200 | 426 | 426 | 426
            users       | <xcon:join-handling>confirm</xcon:join-handling>                        | 200 | 200 | 200 | 426 | 426 | 426
            users       | <xcon:user-admission-policy>anonymous</xcon:user-admission-policy>      | 200 | 200 | 200 | 426 | 426 | 426
            users       | <xcon:allowed-users-list/>                                              | 200 | 200 | 200 | 426 | 426 | 426
            users       | <xcon:deny-users-list/>                                                 | 200 | 200 | 200 | 426 | 426 | 426
            Carol       | <info:display-text>new</info:display-text>                              | 200 | 200 | 200 | 426 | 426 | 426
            Carol       | <info:roles><info:entry>moderator</info:entry></info:roles>             | 200 | 200 | 200 | 426 | 426 | 426
            Carol       | <xcon:allow-refer-users-dynamically>true</xcon:allow-refer-users-dynamically> | 200 | 200 | 200 | 426 | 426 | 426
            stream      | <info:status>recvonly</info:status>                                     | 200 | 200 | 200 | 426 | 426 | 426
            oneself     | <info:display-text>new</info:display-text>                              | 420 | 200 | 200 | 200 | 426 | 426
            oneself     | <info:roles><info:entry>administrator</info:entry></info:roles>         | 420 | 200 | 200 | 426 | 426 | 426
            oneself     | <xcon:provide-anonymity>private</xcon:provide-anonymity>                | 420 | 200 | 200 | 200 | 426 | 426
            oneself     | <xcon:allow-refer-users-dynamically>true</xcon:allow-refer-users-dynamically> | 420 | 200 | 200 | 426 | 426 | 426
            own stream  | <info:status>recvonly</info:status>                                     | 420 | 200 | 200 | 200 | 426 | 426
            """)
    void whoWrites(
            String where,
            String content,
            int administrator,
            int owner,
            int moderator,
            int participant,
            int invited,
            int stranger) {
        List<Integer> codes = new ArrayList<>();
        for (String sender : EVERYBODY) {
            String conference = peopled();
            Element before = house.documentOf(conference, ALICE);
            CcmpResponse answer = house.ask(writing(where, content, sender, conference));
            codes.add(answer.code().number());
            assertThat(house.documentOf(conference, ALICE).equals(before))
                    .as("unchanged by %s", sender)
                    .isEqualTo(!answer.isSuccess());
        }
        assertThat(codes).containsExactly(administrator, owner, moderator, participant, invited, stranger);
    }

    private static CcmpRequest writing(String where, String content, String sender, String conference) {
        return switch (where) {
            case "description" -> update(sender, conference, description(content));
            case "media" ->
                update(
                        sender,
                        conference,
                        description("<info:available-media><info:entry label='audioLabel'>" + content
                                + "</info:entry></info:available-media>"));
            case "state" -> update(sender, conference, state(content));
            case "host" -> update(sender, conference, "<info:host-info>" + content + "</info:host-info>");
            case "users" -> update(sender, conference, users(content));
            case "Carol" -> record(sender, conference, CAROL, content);
            case "stream" -> record(sender, conference, CAROL, stream(CAROL, content));
            case "oneself" -> record(sender, conference, sender, content);
            case "own stream" -> record(sender, conference, sender, stream(sender, content));
            default -> throw new IllegalArgumentException(where);
        };
    }

    private static CcmpRequest record(String sender, String conference, String user, String content) {
        return user(Operation.UPDATE, sender).on(conference).info(userInfo(user, content));
    }

    private static String stream(String user, String content) {
        return "<info:endpoint entity='" + user.replace("xcon-userid:", "sip:") + "'><info:media id='1'>" + content
                + "</info:media></info:endpoint>";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # element             | admin | owner | mod. | part. | inv. | stranger
            subject               | true  | true  | true | true  | true | false
            conference-password   | true  | true  | true | false | false | false
            available-media       | true  | true  | true | true  | true | false
            user-count            | true  | true  | true | true  | true | false
            join-handling         | true  | true  | true | true  | true | false
            allowed-users-list    | true  | true  | true | true  | true | false
            deny-users-list       | true  | true  | true | false | false | false
            roles                 | true  | true  | true | true  | true | false
            endpoint              | true  | true  | true | true  | true | false
            """)
    void whoReads(
            String element,
            boolean administrator,
            boolean owner,
            boolean moderator,
            boolean participant,
            boolean invited,
            boolean stranger) {
        String conference = peopled();
        house.done(
                update(
                        ALICE,
                        conference,
                        description(
                                "<info:subject>Weekly</info:subject><info:conf-uris><info:entry>"
                                        + "<info:uri>sip:room@example.com</info:uri>"
                                        + "<xcon:conference-password>secret</xcon:conference-password></info:entry></info:conf-uris>")));
        List<Boolean> seen = new ArrayList<>();
        for (String sender : EVERYBODY) {
            CcmpResponse answer =
                    house.ask(conf(Operation.RETRIEVE, sender).on(conference).conferencePassword("secret"));
            seen.add(answer.body().info().filter(info -> holds(info, element)).isPresent());
        }
        assertThat(seen).containsExactly(administrator, owner, moderator, participant, invited, stranger);
    }

    private static boolean holds(Element document, String name) {
        return document.elements().stream()
                .anyMatch(child -> child.name().local().equals(name) || holds(child, name));
    }
}
