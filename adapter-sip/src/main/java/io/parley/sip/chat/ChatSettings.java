package io.parley.sip.chat;

import io.parley.identity.SipUri;
import java.time.Duration;
import java.util.List;

/**
 * What chat MCUs grant, and where they are.
 *
 * @param server the SIP URI under which their user agent is reached: {@code Mcu-Server-Uri}, and the {@code Contact} of their sessions
 * @param acceptTypes the content types that are announced; all are passed on, whoever does not know one refuses it
 * @param mostBytes the most bytes that a message may have; a longer one is refused by 413
 * @param mostUnanswered how many messages a participant may leave unanswered; whoever takes in no more is sent away
 * @param mostCalls how many people an MCU may call at once
 * @param ringing how long somebody who is called has to answer
 */
public record ChatSettings(
        SipUri server, List<String> acceptTypes, int mostBytes, int mostUnanswered, int mostCalls, Duration ringing) {

    private static final List<String> TYPES = List.of(
            "text/plain",
            "multipart/alternative",
            "text/rtf",
            "text/html",
            "message/cpim",
            "application/im-iscomposing+xml");

    /** Copies the list; refuses a server that is no SIP URI, a type that is none, and bounds below 1. */
    public ChatSettings {
        acceptTypes = List.copyOf(acceptTypes);
        if (server.host().isEmpty()) {
            throw new IllegalArgumentException("a chat MCU is not reached under " + server);
        }
        for (String type : acceptTypes) {
            if (!type.matches("\\*|[!#-.0-~]+/[!#-.0-~]+")) {
                throw new IllegalArgumentException("not a content type: '" + type + "'");
            }
        }
        if (mostBytes < 1 || mostUnanswered < 1 || mostCalls < 1 || ringing.toSeconds() < 1) {
            throw new IllegalArgumentException("bounds that let nothing through: " + mostBytes + " bytes, "
                    + mostUnanswered + " unanswered messages, " + mostCalls + " calls, " + ringing);
        }
    }

    /** The settings of MCUs under {@code server}: messages of 64 KiB, 256 of them unanswered, 256 calls of three minutes. */
    public static ChatSettings at(SipUri server) {
        return new ChatSettings(server, TYPES, 64 * 1024, 256, 256, Duration.ofMinutes(3));
    }

    /** How their streams are described. */
    MessageStreams streams() {
        return new MessageStreams(server, acceptTypes);
    }
}
