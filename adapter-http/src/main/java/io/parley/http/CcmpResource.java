package io.parley.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.parley.http.Authentication.Proof;
import io.parley.http.Exchange.Answered;
import io.parley.http.Exchange.Origin;

/**
 * CCMP on its one path. Every answer of CCMP is an HTTP 200, whatever its own code (RFC 6503 section 9). A client whose
 * certificate stands for a user is not asked again who he is.
 *
 * @param path where it is, character by character
 * @param checks the checks on its requests
 * @param authentication finds out who sends them
 * @param exchange what answers their bodies
 */
record CcmpResource(String path, RequestChecks checks, Authentication authentication, Exchange exchange)
        implements Resource {

    private static final String CONTENT_TYPE = "application/ccmp+xml; charset=utf-8";

    @Override
    public boolean isAt(String other) {
        return other.equals(path);
    }

    @Override
    public Reply answer(Call call) {
        Sender sender = Sender.of(call.peer());
        Proof proof = call.certified().isPresent()
                ? new Proof.Of(call.certified())
                : authentication.prove(call.head(), sender);
        if (proof instanceof Proof.Refused refused) {
            return Reply.of(refused.answer());
        }
        Answered answered = exchange.answer(call.body(), new Origin(sender, ((Proof.Of) proof).user()));
        return Reply.of(ok(answered.body()), answered.told());
    }

    private static FullHttpResponse ok(byte[] body) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.wrappedBuffer(body));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, CONTENT_TYPE);
        return response;
    }
}
