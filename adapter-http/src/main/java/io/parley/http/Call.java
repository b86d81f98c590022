package io.parley.http;

import io.netty.handler.codec.http.HttpRequest;
import io.parley.identity.XconUserId;
import java.net.SocketAddress;
import java.util.Optional;

/**
 * A request that has passed its checks and has come completely.
 *
 * @param head its header section
 * @param body its body
 * @param peer who is at the other end of the connection
 * @param certified the user whom the certificate of the client stands for
 * @param encrypted whether it came by TLS
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares calls, and a copy of every body would be a waste
record Call(HttpRequest head, byte[] body, SocketAddress peer, Optional<XconUserId> certified, boolean encrypted) {

    /** The path that it is for. */
    String path() {
        return RequestPath.of(head);
    }
}
