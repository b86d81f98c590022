package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.NOWHERE;
import static io.parley.examples.conformance.House.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.CcmpSettings.SwitchedOff;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.OperationTable;
import io.parley.ccmp.Options;
import io.parley.ccmp.ResponseCode;
import io.parley.spec.Requirement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code optionsRequest} (RFC 6503 section 5.3.12). */
class OptionsTest {

    private static final CcmpRequest REQUEST = CcmpRequest.of(Message.OPTIONS, ALICE);

    @Test
    @Requirement({"CCMP-5.3.12-01", "CCMP-5.3.12-02"})
    void theServerTellsWhatItCanDo() {
        CcmpResponse response = House.open().done(REQUEST);

        assertThat(response.version()).isEmpty();
        assertThat(response.confObjId()).isEmpty();
        assertThat(options(response).standard())
                .contains(
                        new Options.StandardMessage(Message.CONF, EnumSet.allOf(Operation.class), Optional.empty()),
                        new Options.StandardMessage(
                                Message.USERS, EnumSet.of(Operation.RETRIEVE, Operation.UPDATE), Optional.empty()));
    }

    @Test
    @Requirement("CCMP-5.3.12-03")
    void onlyStandardMessagesAreListedAsSuch() {
        List<Message> listed = options(House.open().done(REQUEST)).standard().stream()
                .map(Options.StandardMessage::message)
                .toList();

        assertThat(listed).doesNotHaveDuplicates().doesNotContain(Message.OPTIONS, Message.EXTENDED);
    }

    @Test
    @Requirement("CCMP-5.3.12-04")
    void whatIsListedAsExtendedIsAnswered() {
        House house = House.open();
        List<Options.ExtendedMessage> listed = options(house.done(REQUEST)).extended();

        assertThat(listed).hasSize(1);
        for (Options.ExtendedMessage message : listed) {
            assertThat(house.ask(CcmpRequest.of(Message.EXTENDED, ALICE)
                                    .on(house.conferenceOf(ALICE))
                                    .body(new Body.Extension(message.name(), List.of())))
                            .code())
                    .isEqualTo(ResponseCode.SUCCESS);
        }
    }

    @Test
    @Requirement("CCMP-5.3.12-05")
    void aMessageMayBeDescribed() {
        Options.ExtendedMessage summary =
                options(House.open().done(REQUEST)).extended().get(0);

        assertThat(summary.description().orElseThrow()).contains("confObjID");
        assertThat(summary.schemaDefinition()).isEqualTo("http://example.com/ccmp-extension-schema.xsd");
    }

    static Stream<OperationTable.Row> rows() {
        return OperationTable.rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    @Requirement({"CCMP-D3-12", "CCMP-5.4-18", "CCMP-D2-05"})
    void whatIsSwitchedOffIsNeitherListedNorAnswered(OperationTable.Row row) {
        House house = House.open(parley -> parley.withoutOperation(new SwitchedOff(row.message(), row.operation())));

        CcmpResponse response = house.ask(request(row));

        assertThat(response.code()).isEqualTo(ResponseCode.NOT_IMPLEMENTED);
        if (row.message() != Message.OPTIONS) {
            Options options = options(house.done(REQUEST));
            assertThat(options.standard())
                    .noneMatch(listed -> listed.message() == row.message()
                            && (listed.operations().isEmpty()
                                    || listed.operations().contains(row.operation())));
            assertThat(options.extended()).hasSize(row.message() == Message.EXTENDED ? 0 : 1);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsListedIsAnsweredAndWhatIsNotIsNot(OperationTable.Row row) {
        House house = House.open();
        boolean listed = row.message() == Message.OPTIONS
                || row.message() == Message.EXTENDED
                || options(house.done(REQUEST)).standard().stream()
                        .anyMatch(message -> message.message() == row.message()
                                && (message.operations().isEmpty()
                                        || message.operations().contains(row.operation())));

        assertThat(house.ask(request(row)).code() == ResponseCode.NOT_IMPLEMENTED)
                .isEqualTo(!listed);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "UPDATE", "DELETE"})
    void nothingButRetrievingApplies(Operation operation) {
        assertThat(House.open().ask(REQUEST.operation(operation)).code()).isEqualTo(ResponseCode.FORBIDDEN);
    }

    /** A request with all that {@code row} needs, on a conference that does not exist. */
    private static CcmpRequest request(OperationTable.Row row) {
        CcmpRequest request =
                CcmpRequest.of(row.message(), ROOT).operation(row.operation()).on(NOWHERE);
        if (row.message() == Message.EXTENDED) {
            return request.body(new Body.Extension("confSummaryRequest", List.of()));
        }
        return row.info() == OperationTable.Rule.REQUIRED
                ? request.info(row.message().infoType().orElseThrow().empty())
                : request;
    }

    private static Options options(CcmpResponse response) {
        return (Options) response.body();
    }
}
