package io.parley.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/**
 * Decodes one request at a time, and the next when {@link ConnectionEvent#ANSWERED} comes: this is what bounds the queue of a pipelining
 * client (RFC 9112 section 9.3.2), since undecoded requests stay as bytes in one buffer and then in the socket.
 *
 * <p>Strict about framing (RFC 9112 section 6.3): both {@code Content-Length} and {@code Transfer-Encoding}, several lengths, a
 * transfer coding under HTTP/1.0 or one that does not end in {@code chunked}, lines that end without CR are all malformed.
 */
final class RequestDecoder extends HttpRequestDecoder {

    private boolean decoding;
    private boolean begun;
    private boolean unanswered;

    RequestDecoder(ServerSettings settings) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(settings.maxRequestLineBytes())
                .setMaxHeaderSize(settings.maxHeaderBytes())
                .setStrictLineParsing(true)
                .setUseRfc9112TransferEncoding(true)
                .setAllowDuplicateContentLengths(false)
                .setValidateHeaders(true));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        decoding = true;
        try {
            super.channelRead(context, message);
        } finally {
            decoding = false;
        }
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
        if (unanswered) {
            return;
        }
        if (!begun) {
            begun = true;
            context.fireUserEventTriggered(ConnectionEvent.REQUEST_BEGUN);
        }
        super.decode(context, in, out);
        if (!out.isEmpty() && out.get(out.size() - 1) instanceof LastHttpContent) {
            begun = false;
            unanswered = true;
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        // The others first: they are to stand between two requests when the next one comes.
        super.userEventTriggered(context, event);
        if (event == ConnectionEvent.ANSWERED) {
            unanswered = false;
            decodeWhatIsLeft(context);
        }
    }

    /** Goes on with the bytes at hand, unless the loop that has led here does so by itself. */
    private void decodeWhatIsLeft(ChannelHandlerContext context) throws Exception {
        if (!decoding) {
            if (actualReadableBytes() > 0) {
                channelRead(context, Unpooled.EMPTY_BUFFER);
            }
            channelReadComplete(context);
        }
    }
}
