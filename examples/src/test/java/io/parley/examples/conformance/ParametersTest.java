package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.NOWHERE;
import static io.parley.examples.conformance.House.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.OperationTable;
import io.parley.ccmp.ResponseCode;
import io.parley.spec.Requirement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The parameters that requests and responses have in common (RFC 6503 sections 5.1 to 5.3). */
class ParametersTest {
    static Stream<OperationTable.Row> rows() {
        return OperationTable.rows().stream();
    }

    static Stream<OperationTable.Row> rowsThatNeedAnObject() {
        return rows().filter(row -> row.confObjId() == OperationTable.Rule.REQUIRED);
    }

    static Stream<OperationTable.Row> rowsThatNeedAnInfo() {
        return rows().filter(row -> row.info() == OperationTable.Rule.REQUIRED);
    }

    @ParameterizedTest
    @EnumSource(names = {"BLUEPRINT", "CONF", "USERS", "USER", "SIDEBAR_BY_VAL", "SIDEBAR_BY_REF"})
    @Requirement("CCMP-5.3-02")
    void whatAddressesOneObjectNeedsAnOperation(Message message) {
        CcmpResponse response = House.open().ask(CcmpRequest.of(message, ALICE).on(NOWHERE));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("operation");
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("CCMP-5.3-03")
    void withoutSenderItIs400(Message message) {
        House house = House.open();
        CcmpRequest request =
                CcmpRequest.of(message, "").operation(Operation.RETRIEVE).on(NOWHERE);

        for (CcmpRequest anonymous : new CcmpRequest[] {request, request.withoutConfUserId()}) {
            CcmpResponse response = house.ask(anonymous);
            assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
            assertThat(response.confUserId()).isEmpty();
            assertThat(response.reason()).contains("confUserID");
        }
    }

    @ParameterizedTest
    @MethodSource("rowsThatNeedAnObject")
    @Requirement("CCMP-5.3-04")
    void withoutTheObjectThatItNeedsItIs400(OperationTable.Row row) {
        CcmpResponse response =
                House.open().ask(CcmpRequest.of(row.message(), ROOT).operation(row.operation()));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains("confObjID");
    }

    @Test
    @Requirement("CCMP-5.3-04")
    void onlyListsCreationsOptionsAndExtensionsDoWithoutAnObject() {
        assertThat(rows().filter(row -> row.confObjId() != OperationTable.Rule.REQUIRED))
                .extracting(row -> row.message() + "/" + row.operation())
                .containsExactly(
                        "blueprintsRequest/retrieve",
                        "confsRequest/retrieve",
                        "blueprintRequest/create",
                        "confRequest/create",
                        "extendedRequest/retrieve",
                        "optionsRequest/retrieve");
    }

    @ParameterizedTest
    @MethodSource("rowsThatNeedAnInfo")
    @Requirement("CCMP-5.3-05")
    void anUpdateWithoutInfoIs400(OperationTable.Row row) {
        House house = House.open();
        String conference = house.conferenceOf(ALICE);

        CcmpResponse response = house.ask(
                CcmpRequest.of(row.message(), ALICE).operation(Operation.UPDATE).on(conference));

        assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
        assertThat(response.reason()).contains(row.message().infoName());
        assertThat(house.versionOf(conference, ALICE)).isEqualTo(1);
    }

    @Test
    @Requirement("CCMP-5.3-05")
    void everyUpdateNeedsAnInfo() {
        assertThat(rowsThatNeedAnInfo())
                .containsExactlyElementsOf(rows().filter(row -> row.operation() == Operation.UPDATE)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"BLUEPRINTS", "CONFS"})
    void aListRequestMaySayRetrieve(Message message) {
        House house = House.open();
        house.conferenceOf(ALICE);

        CcmpResponse response = house.done(CcmpRequest.of(message, ALICE).operation(Operation.RETRIEVE));

        assertThat(response.operation()).isEmpty();
        assertThat(response.body())
                .isEqualTo(house.done(CcmpRequest.of(message, ALICE)).body());
        assertThat(response.body().info()).isPresent();
    }
}
