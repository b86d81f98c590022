package io.parley.http;

import java.time.Duration;
import java.util.Optional;

/**
 * A request that has been answered, or whose connection ended before it was. It holds no secret: no field of the request, no query, no
 * user.
 *
 * @param method the method; {@code -} for a connection that was turned away
 * @param path the path as sent, printable and not longer than it need be; {@code -} likewise
 * @param message the message of CCMP, if it is one that could be read
 * @param operation its operation, if it has one
 * @param conference the XCON-URI of the conference object concerned
 * @param code the code of CCMP
 * @param status the status of HTTP; 0 if the connection ended first
 * @param bytes how many bytes of a body went out
 * @param time from the first byte of the request until the last of the answer has left
 * @param peer the address at the other end
 * @param incident the id of the incident that kept the server from doing what it was asked
 */
public record ServedRequest(
        String method,
        String path,
        Optional<String> message,
        Optional<String> operation,
        Optional<String> conference,
        Optional<String> code,
        int status,
        long bytes,
        Duration time,
        String peer,
        Optional<String> incident) {}
