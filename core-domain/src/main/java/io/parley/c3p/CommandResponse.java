package io.parley.c3p;

import io.parley.identity.SipUri;
import java.util.Optional;

/**
 * The element of a command in a response.
 *
 * @param name the name of the command
 * @param reason why it failed, if that is a reason of the command's own
 * @param mcuUri the MCU that executed it, where the schema has a place for that
 * @param answer what it holds
 */
public record CommandResponse(String name, Optional<Reason> reason, Optional<SipUri> mcuUri, Answer answer) {

    /** What a command answers that was executed. */
    public static CommandResponse of(Command command, Answer answer) {
        return new CommandResponse(command.name(), Optional.empty(), Optional.empty(), answer);
    }

    /** What a command answers that failed. */
    public static CommandResponse failed(Command command, Reason reason, Answer answer) {
        return new CommandResponse(command.name(), Optional.of(reason), Optional.empty(), answer);
    }

    /** This one as from that MCU. */
    public CommandResponse from(SipUri mcu) {
        return new CommandResponse(name, reason, Optional.of(mcu), answer);
    }
}
