package io.parley.ccmp;

import java.util.List;
import java.util.Optional;

/**
 * A request that a codec could not read, with as much of it as was understood: the answer is typed and mirrors what can be mirrored
 * (RFC 6503 section 5.2).
 *
 * @param message which of the twelve; empty when it could not be typed
 * @param confUserId the sender, if he was read
 * @param confObjId the object addressed, if it was read
 * @param operation what was asked for, if it was read
 * @param reason what is wrong, naming the offending element
 */
public record MalformedRequest(
        Optional<Message> message,
        Optional<String> confUserId,
        Optional<String> confObjId,
        Optional<Operation> operation,
        String reason) {

    /** A request of which nothing was understood. */
    public static MalformedRequest untyped(String reason) {
        return new MalformedRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), reason);
    }

    /** The answer: 400 with the reason. */
    public CcmpResponse response() {
        return new CcmpResponse(
                message,
                confUserId.orElse(""),
                confObjId,
                operation,
                ResponseCode.BAD_REQUEST,
                reason,
                Optional.empty(),
                message.filter(Message.EXTENDED::equals).isPresent() ? new Body.Extension("", List.of()) : Body.none());
    }
}
