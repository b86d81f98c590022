package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.NOWHERE;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static io.parley.examples.conformance.House.usersInfo;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.OperationTable;
import io.parley.document.Element;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What responses have in common (RFC 6503 sections 4.2 and 5.2). */
class ResponseParametersTest {
    private static final List<Integer> CODES =
            List.of(200, 400, 401, 403, 404, 409, 420, 421, 422, 423, 424, 425, 426, 427, 500, 501, 510, 511);

    static Stream<OperationTable.Row> rows() {
        return OperationTable.rows().stream();
    }

    static Stream<OperationTable.Row> rowsThatNeedAnObject() {
        // Who creates a sidebar names its main conference, and the answer the sidebar.
        return rows().filter(row -> row.confObjId() == OperationTable.Rule.REQUIRED
                && !(row.operation() == Operation.CREATE
                        && (row.message() == Message.SIDEBAR_BY_VAL || row.message() == Message.SIDEBAR_BY_REF)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    @Requirement({"CCMP-5.2-01", "CCMP-5.2-02", "CCMP-5.2-03", "CCMP-5.2-04", "CCMP-5.3-01"})
    void theResponseIsOfTheSamePairAndMirrorsSenderAndOperation(OperationTable.Row row) {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);
        CcmpRequest request = CcmpRequest.of(row.message(), ROOT);
        if (row.message().needsOperation()) {
            request = request.operation(row.operation());
        }

        for (String address : new String[] {conference, NOWHERE}) {
            CcmpResponse response = house.ask(request.on(address));
            assertThat(response.message()).contains(row.message());
            assertThat(response.confUserId()).isEqualTo(ROOT);
            assertThat(response.operation()).isEqualTo(request.operation());
            assertThat(response.code().number()).isIn(CODES);
            assertThat(response.reason()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("rowsThatNeedAnObject")
    @Requirement("CCMP-5.2-06")
    void theResponseNamesTheObjectOfTheRequest(OperationTable.Row row) {
        House house = House.open();
        String object = addressedBy(row, house);

        CcmpRequest request =
                CcmpRequest.of(row.message(), ALICE).operation(row.operation()).on(object);
        CcmpRequest complete =
                row.info() == OperationTable.Rule.REQUIRED ? request.info(infoFor(row.message(), object)) : request;

        assertThat(house.ask(complete).confObjId()).contains(object);
    }

    /** A conference, or a sidebar of it for a message that addresses one. */
    private static String addressedBy(OperationTable.Row row, House house) {
        String conference = house.conferenceOf(ALICE);
        for (Sidebar kind : Sidebar.values()) {
            if (kind.message() == row.message()) {
                return kind.of(house, conference, ALICE);
            }
        }
        return conference;
    }

    @Test
    @Requirement("CCMP-4.2-01")
    void everyDocumentComesWithAVersion() {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        for (Message message : new Message[] {Message.CONF, Message.USERS, Message.USER}) {
            CcmpResponse response = house.done(
                    CcmpRequest.of(message, ALICE).operation(Operation.RETRIEVE).on(conference));
            assertThat(response.body().info()).isPresent();
            assertThat(response.version()).contains(Version.FIRST);
        }
        assertThat(house.done(House.blueprint(Operation.RETRIEVE, ALICE).on(House.AUDIO_ROOM))
                        .version())
                .contains(Version.FIRST);
    }

    static Stream<OperationTable.Row> rowsAboutOneObject() {
        return rows().filter(row -> row.message().needsOperation());
    }

    @ParameterizedTest
    @MethodSource("rowsAboutOneObject")
    @Requirement("CCMP-5.4-01")
    void only200ChangesOrShowsAnything(OperationTable.Row row) {
        for (String sender : new String[] {ALICE, House.BOB, ROOT}) {
            House house = House.open();
            String conference = house.conferenceOf(ALICE);
            String before = everythingIn(house, conference);

            CcmpRequest request = CcmpRequest.of(row.message(), sender)
                    .operation(row.operation())
                    .on(conference);
            CcmpResponse response = house.ask(
                    row.operation() == Operation.UPDATE ? request.info(infoFor(row.message(), conference)) : request);

            boolean changed = !everythingIn(house, conference).equals(before);
            boolean shows = response.body().info().isPresent();
            assertThat(response.isSuccess())
                    .as("%s: %s", request, response.reason())
                    .isEqualTo(row.operation() == Operation.RETRIEVE ? shows : changed);
        }
    }

    private static String everythingIn(House house, String conference) {
        CcmpResponse retrieved = house.ask(conf(Operation.RETRIEVE, ROOT).on(conference));
        return house.done(CcmpRequest.of(Message.CONFS, ROOT)).body()
                + " " + house.done(CcmpRequest.of(Message.BLUEPRINTS, ROOT)).body() + " " + retrieved + " "
                + retrieved.body();
    }

    private static Element infoFor(Message message, String conference) {
        return switch (message) {
            case USERS -> usersInfo("");
            case USER -> House.userInfo(ALICE, "");
            default -> confInfo(conference, "");
        };
    }
}
