package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.CAROL;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.user;
import static io.parley.examples.conformance.House.userInfo;
import static io.parley.examples.conformance.House.users;
import static io.parley.examples.conformance.House.usersInfo;
import static io.parley.examples.conformance.Roster.change;
import static io.parley.examples.conformance.Roster.join;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.Operation;
import io.parley.identity.XconUserId;
import io.parley.user.RegisteredUser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, unless another policy is given: the code for everybody in every relation to a conference of Alice's. */
class RightsTest {

    private static final String MODERATOR = "xcon-userid:mo@example.com";
    private static final String PARTICIPANT = BOB;
    private static final String OTHER = CAROL;
    private static final String TARGET = "xcon-userid:tim@example.com";
    private static final String STRANGER = "xcon-userid:sue@example.com";
    private static final String DORA = "xcon-userid:dora@example.com";
    private static final List<String> EVERYBODY = List.of(ROOT, ALICE, MODERATOR, PARTICIPANT, TARGET, STRANGER);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # request                  | administrator | owner | moderator | participant | invited | stranger
            confRequest retrieve       | 200           | 200   | 200       | 200         | 200     | 401
            confRequest clone          | 403           | 403   | 403       | 403         | 403     | 403
            confRequest update         | 200           | 200   | 200       | 426         | 426     | 426
            confRequest delete         | 200           | 200   | 200       | 401         | 401     | 401
            usersRequest retrieve      | 200           | 200   | 200       | 200         | 200     | 401
            usersRequest update        | 200           | 200   | 200       | 426         | 426     | 426
            userRequest retrieve other | 200           | 200   | 200       | 200         | 200     | 401
            userRequest create other   | 200           | 200   | 200       | 401         | 401     | 401
            userRequest update other   | 200           | 200   | 200       | 426         | 426     | 426
            userRequest update own     | 420           | 200   | 200       | 200         | 426     | 426
            userRequest promote own    | 420           | 200   | 200       | 426         | 426     | 426
            userRequest delete other   | 200           | 200   | 200       | 401         | 401     | 401
            userRequest delete own     | 420           | 200   | 200       | 200         | 401     | 401
            blueprintRequest retrieve  | 200           | 200   | 200       | 200         | 200     | 200
            blueprintRequest create    | 200           | 403   | 403       | 403         | 403     | 403
            """)
    void everybodyGetsTheCodeOfTheTable(
            String request, int administrator, int owner, int moderator, int participant, int invited, int stranger) {
        List<Integer> codes = new ArrayList<>();
        for (String sender : EVERYBODY) {
            House house = House.open();
            codes.add(house.ask(request(request, sender, peopled(house))).code().number());
        }

        assertThat(codes).containsExactly(administrator, owner, moderator, participant, invited, stranger);
    }

    private static String peopled(House house) {
        String conference = house.conferenceOf(ALICE);
        house.memory().users().register(RegisteredUser.of(XconUserId.of(DORA)));
        change(
                house,
                conference,
                ALICE,
                "<info:user entity='" + MODERATOR + "'><info:roles><info:entry>moderator</info:entry></info:roles>"
                        + "</info:user><xcon:allowed-users-list><xcon:target uri='" + TARGET
                        + "' method='dial-in'/></xcon:allowed-users-list>");
        for (String user : List.of(ALICE, MODERATOR, PARTICIPANT, OTHER)) {
            house.done(join(user, conference));
        }
        return conference;
    }

    private static CcmpRequest request(String words, String sender, String conference) {
        String name = "<info:display-text>new</info:display-text>";
        String promotion = "<info:roles><info:entry>administrator</info:entry></info:roles>";
        return switch (words) {
            case "confRequest retrieve" -> conf(Operation.RETRIEVE, sender).on(conference);
            case "confRequest clone" -> conf(Operation.CREATE, sender).on(conference);
            case "confRequest update" ->
                conf(Operation.UPDATE, sender).on(conference).info(confInfo(conference, ""));
            case "confRequest delete" -> conf(Operation.DELETE, sender).on(conference);
            case "usersRequest retrieve" -> users(Operation.RETRIEVE, sender).on(conference);
            case "usersRequest update" ->
                users(Operation.UPDATE, sender).on(conference).info(usersInfo(""));
            case "userRequest retrieve other" ->
                user(Operation.RETRIEVE, sender).on(conference).info(userInfo(OTHER, ""));
            case "userRequest create other" ->
                user(Operation.CREATE, sender).on(conference).info(userInfo(DORA, ""));
            case "userRequest update other" ->
                user(Operation.UPDATE, sender).on(conference).info(userInfo(OTHER, name));
            case "userRequest update own" ->
                user(Operation.UPDATE, sender).on(conference).info(userInfo(sender, name));
            case "userRequest promote own" ->
                user(Operation.UPDATE, sender).on(conference).info(userInfo(sender, promotion));
            case "userRequest delete other" ->
                user(Operation.DELETE, sender).on(conference).info(userInfo(OTHER, ""));
            case "userRequest delete own" -> user(Operation.DELETE, sender).on(conference);
            case "blueprintRequest retrieve" ->
                blueprint(Operation.RETRIEVE, sender).on(House.AUDIO_ROOM);
            case "blueprintRequest create" ->
                blueprint(Operation.CREATE, sender).on(House.AUDIO_ROOM);
            default -> throw new IllegalArgumentException(words);
        };
    }
}
