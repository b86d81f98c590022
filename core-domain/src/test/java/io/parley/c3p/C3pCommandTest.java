package io.parley.c3p;

import static io.parley.c3p.C3pExamples.BOB;
import static io.parley.c3p.C3pExamples.CATHY;
import static io.parley.c3p.C3pExamples.KEYS;
import static io.parley.c3p.C3pExamples.addUser;
import static io.parley.c3p.C3pExamples.endpoint;
import static io.parley.c3p.C3pExamples.over;
import static io.parley.c3p.C3pExamples.request;
import static io.parley.c3p.C3pExamples.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.document.ElementType;
import io.parley.document.Name;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of commands. */
class C3pCommandTest {

    private static Optional<C3pCommand> command(Carrier carrier, Command command) {
        return C3pCommand.of(request(command), over(carrier));
    }

    @Test
    void theTableHoldsAllCommandsOfTheSchema() {
        Set<String> table =
                Arrays.stream(C3pCommand.values()).map(C3pCommand::element).collect(Collectors.toSet());
        Set<String> schema = C3pSchema.REQUEST.places().stream()
                .map(place -> place.name().local())
                .collect(Collectors.toSet());
        assertThat(table).isEqualTo(schema);
    }

    @Test
    void addUserIsThreeCommands() {
        assertThat(command(Carrier.INVITE, addUser(user(BOB)))).contains(C3pCommand.JOIN);
        assertThat(command(Carrier.INFO, addUser(user(CATHY, endpoint(C3pJoiningMethod.DIALED_OUT)))))
                .contains(C3pCommand.ADD_USER_DIAL_OUT);
        assertThat(command(Carrier.INFO, addUser(user(BOB, endpoint(C3pJoiningMethod.DIALED_OUT)))))
                .contains(C3pCommand.ADD_USER_DIAL_OUT);
        assertThat(command(Carrier.INFO, addUser(user(CATHY, endpoint(C3pJoiningMethod.DIALED_IN)))))
                .contains(C3pCommand.ADD_USER_DIAL_IN);
    }

    @Test
    void withoutJoiningMethodTheSenderDialsInAndOthersAreCalled() {
        assertThat(command(Carrier.INFO, addUser(user(BOB)))).contains(C3pCommand.ADD_USER_DIAL_IN);
        assertThat(command(Carrier.INFO, addUser(user(BOB, C3pEndpoint.of("{A}")))))
                .contains(C3pCommand.ADD_USER_DIAL_IN);
        assertThat(command(Carrier.INFO, addUser(user(CATHY)))).contains(C3pCommand.ADD_USER_DIAL_OUT);
    }

    @Test
    void aFocusAndAFactoryUnderstandOneElementInTwoWays() {
        Command get = new ConferenceCommand.GetConference(KEYS, false, Optional.empty());
        assertThat(command(Carrier.INFO, get)).contains(C3pCommand.GET_CONFERENCE);
        assertThat(command(Carrier.SERVICE, get)).contains(C3pCommand.FACTORY_GET_CONFERENCE);
        assertThat(command(Carrier.INVITE, get)).isEmpty();
    }

    @Test
    void whatIsNotOfTheCarrierOrUnknownIsNoCommand() {
        assertThat(command(Carrier.INFO, new FactoryCommand.GetConferences(false)))
                .isEmpty();
        assertThat(command(Carrier.SERVICE, C3pExamples.deleteUser(CATHY))).isEmpty();
        assertThat(command(
                        Carrier.INFO,
                        new UnknownCommand(ElementType.foreign(Name.of("urn:x", "deleteUser"))
                                .empty())))
                .isEmpty();
    }
}
