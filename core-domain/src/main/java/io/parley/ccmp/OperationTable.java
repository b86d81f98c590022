package io.parley.ccmp;

import static io.parley.ccmp.Message.BLUEPRINT;
import static io.parley.ccmp.Message.BLUEPRINTS;
import static io.parley.ccmp.Message.CONF;
import static io.parley.ccmp.Message.CONFS;
import static io.parley.ccmp.Message.EXTENDED;
import static io.parley.ccmp.Message.OPTIONS;
import static io.parley.ccmp.Message.SIDEBARS_BY_REF;
import static io.parley.ccmp.Message.SIDEBARS_BY_VAL;
import static io.parley.ccmp.Message.SIDEBAR_BY_REF;
import static io.parley.ccmp.Message.SIDEBAR_BY_VAL;
import static io.parley.ccmp.Message.USER;
import static io.parley.ccmp.Message.USERS;
import static io.parley.ccmp.Operation.CREATE;
import static io.parley.ccmp.Operation.DELETE;
import static io.parley.ccmp.Operation.RETRIEVE;
import static io.parley.ccmp.Operation.UPDATE;

import io.parley.ccmp.CcmpSettings.SwitchedOff;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The messages and operations of RFC 6503 Table 1, in one table that the dispatcher, {@code optionsResponse} and the documentation
 * read. A pair that is not in it does not apply (403); one that is switched off is not offered (501).
 */
public final class OperationTable {

    /** What a row asks of a parameter. */
    public enum Rule {
        /** Has to be there. */
        REQUIRED,
        /** May be there. */
        OPTIONAL,
        /** Is not looked at. */
        IGNORED
    }

    /**
     * A pair of a message and an operation that applies to it.
     *
     * @param message the message
     * @param operation the operation; {@code retrieve} for the messages that know no other and do without the word
     * @param clause where RFC 6503 says what it does
     * @param confObjId what is asked of the identifier of the object addressed
     * @param info what is asked of the Info parameter
     * @param handler what does it
     */
    public record Row(
            Message message, Operation operation, String clause, Rule confObjId, Rule info, Handler handler) {}

    /** The code behind a row. */
    public static final class Handler {
        private final CcmpOperation operation;

        private Handler(CcmpOperation operation) {
            this.operation = operation;
        }

        CcmpOperation operation() {
            return operation;
        }
    }

    private static final List<Row> ROWS = List.of(
            row(BLUEPRINTS, RETRIEVE, "5.3.1", Rule.IGNORED, Rule.IGNORED, new RetrieveBlueprints()),
            row(CONFS, RETRIEVE, "5.3.2", Rule.IGNORED, Rule.IGNORED, new RetrieveConferences()),
            row(BLUEPRINT, RETRIEVE, "5.3.3", Rule.REQUIRED, Rule.IGNORED, new RetrieveObject(Addressed.BLUEPRINTS)),
            row(BLUEPRINT, CREATE, "5.3.3", Rule.OPTIONAL, Rule.OPTIONAL, new CreateObject(Addressed.BLUEPRINTS)),
            row(BLUEPRINT, UPDATE, "5.3.3", Rule.REQUIRED, Rule.REQUIRED, new UpdateObject(Addressed.BLUEPRINTS)),
            row(BLUEPRINT, DELETE, "5.3.3", Rule.REQUIRED, Rule.IGNORED, new DeleteObject(Addressed.BLUEPRINTS)),
            row(CONF, RETRIEVE, "5.3.4", Rule.REQUIRED, Rule.IGNORED, new RetrieveObject(Addressed.CONFERENCES)),
            row(CONF, CREATE, "5.3.4", Rule.OPTIONAL, Rule.OPTIONAL, new CreateObject(Addressed.CONFERENCES)),
            row(CONF, UPDATE, "5.3.4", Rule.REQUIRED, Rule.REQUIRED, new UpdateObject(Addressed.CONFERENCES)),
            row(CONF, DELETE, "5.3.4", Rule.REQUIRED, Rule.IGNORED, new DeleteObject(Addressed.CONFERENCES)),
            row(USERS, RETRIEVE, "5.3.5", Rule.REQUIRED, Rule.IGNORED, new RetrieveUsers()),
            row(USERS, UPDATE, "5.3.5", Rule.REQUIRED, Rule.REQUIRED, new UpdateUsers()),
            row(USER, RETRIEVE, "5.3.6", Rule.REQUIRED, Rule.OPTIONAL, new RetrieveUser()),
            row(USER, CREATE, "5.3.6", Rule.REQUIRED, Rule.OPTIONAL, new CreateUser()),
            row(USER, UPDATE, "5.3.6", Rule.REQUIRED, Rule.REQUIRED, new UpdateUser()),
            row(USER, DELETE, "5.3.6", Rule.REQUIRED, Rule.OPTIONAL, new DeleteUser()),
            row(
                    SIDEBARS_BY_VAL,
                    RETRIEVE,
                    "5.3.7",
                    Rule.REQUIRED,
                    Rule.IGNORED,
                    new RetrieveSidebars(Addressed.SIDEBARS_BY_VALUE)),
            row(
                    SIDEBAR_BY_VAL,
                    RETRIEVE,
                    "5.3.8",
                    Rule.REQUIRED,
                    Rule.IGNORED,
                    new RetrieveObject(Addressed.SIDEBARS_BY_VALUE)),
            row(
                    SIDEBAR_BY_VAL,
                    CREATE,
                    "5.3.8",
                    Rule.REQUIRED,
                    Rule.OPTIONAL,
                    new CreateSidebar(Addressed.SIDEBARS_BY_VALUE)),
            row(
                    SIDEBAR_BY_VAL,
                    UPDATE,
                    "5.3.8",
                    Rule.REQUIRED,
                    Rule.REQUIRED,
                    new UpdateObject(Addressed.SIDEBARS_BY_VALUE)),
            row(
                    SIDEBAR_BY_VAL,
                    DELETE,
                    "5.3.8",
                    Rule.REQUIRED,
                    Rule.IGNORED,
                    new DeleteSidebar(Addressed.SIDEBARS_BY_VALUE)),
            row(
                    SIDEBARS_BY_REF,
                    RETRIEVE,
                    "5.3.9",
                    Rule.REQUIRED,
                    Rule.IGNORED,
                    new RetrieveSidebars(Addressed.SIDEBARS_BY_REFERENCE)),
            row(
                    SIDEBAR_BY_REF,
                    RETRIEVE,
                    "5.3.10",
                    Rule.REQUIRED,
                    Rule.IGNORED,
                    new RetrieveObject(Addressed.SIDEBARS_BY_REFERENCE)),
            row(
                    SIDEBAR_BY_REF,
                    CREATE,
                    "5.3.10",
                    Rule.REQUIRED,
                    Rule.OPTIONAL,
                    new CreateSidebar(Addressed.SIDEBARS_BY_REFERENCE)),
            row(
                    SIDEBAR_BY_REF,
                    UPDATE,
                    "5.3.10",
                    Rule.REQUIRED,
                    Rule.REQUIRED,
                    new UpdateObject(Addressed.SIDEBARS_BY_REFERENCE)),
            row(
                    SIDEBAR_BY_REF,
                    DELETE,
                    "5.3.10",
                    Rule.REQUIRED,
                    Rule.IGNORED,
                    new DeleteSidebar(Addressed.SIDEBARS_BY_REFERENCE)),
            row(EXTENDED, RETRIEVE, "5.3.11", Rule.OPTIONAL, Rule.IGNORED, new AnswerExtension()),
            row(OPTIONS, RETRIEVE, "5.3.12", Rule.IGNORED, Rule.IGNORED, new RetrieveOptions()));

    private final Set<SwitchedOff> switchedOff;

    /** The table, with these operations not offered. */
    public OperationTable(Set<SwitchedOff> switchedOff) {
        this.switchedOff = Set.copyOf(switchedOff);
    }

    /** All rows, in the order of the RFC's sections. */
    public static List<Row> rows() {
        return ROWS;
    }

    /** The row for {@code request}; empty if its operation does not apply to its message. */
    public Optional<Row> find(CcmpRequest request) {
        // What the operation of an extended request means is the extension's to say.
        Operation operation =
                request.message() == EXTENDED ? RETRIEVE : request.operation().orElse(RETRIEVE);
        return ROWS.stream()
                .filter(row -> row.message() == request.message() && row.operation() == operation)
                .findFirst();
    }

    /** Whether {@code row} is not switched off. */
    public boolean offers(Row row) {
        return !switchedOff.contains(new SwitchedOff(row.message(), row.operation()));
    }

    /** The operations of {@code message} that are offered. */
    public Set<Operation> offered(Message message) {
        Set<Operation> offered = EnumSet.noneOf(Operation.class);
        ROWS.stream()
                .filter(row -> row.message() == message && offers(row))
                .forEach(row -> offered.add(row.operation()));
        return offered;
    }

    private static Row row(
            Message message, Operation operation, String clause, Rule confObjId, Rule info, CcmpOperation handler) {
        return new Row(message, operation, clause, confObjId, info, new Handler(handler));
    }
}
