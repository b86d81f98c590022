package io.parley.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;

/** Puts the handlers of HTTP/1.1 and HTTP/2 around a connection, in the order of the package's description. */
final class Protocols {

    /** So many resets in so many seconds end a connection of HTTP/2 (CVE-2023-44487, CVE-2025-8671). */
    private static final int MOST_RESETS = 200;

    private static final int RESET_SECONDS = 30;
    private static final int MOST_CONTROL_FRAMES = 1000;

    private final ServerSettings settings;
    private final Requests requests;
    private final Http2StreamFrameToHttpObjectCodec streamCodec = new Http2StreamFrameToHttpObjectCodec(true);

    Protocols(ServerSettings settings) {
        this.settings = settings;
        this.requests = new Requests(settings);
    }

    /** For a connection in clear, which may turn out to be of HTTP/2. */
    void addEither(ChannelPipeline pipeline) {
        pipeline.addLast(new Http2Preface(this));
        addHttp1(pipeline);
    }

    void addHttp1(ChannelPipeline pipeline) {
        pipeline.addLast(new RequestDecoder(settings))
                .addLast(new HttpResponseEncoder())
                .addLast(new Witness(settings.observer()))
                .addLast(requests.responseHeaders())
                .addLast(new ConnectionTimes(settings))
                .addLast(new Persistence(settings));
        requests.addTo(pipeline);
    }

    void addHttp2(ChannelPipeline pipeline) {
        Http2Idle idle = new Http2Idle(settings);
        // Its windows bound what is read; HTTP/1.1 reads when it wants to.
        pipeline.channel().config().setAutoRead(true);
        pipeline.addLast(Http2FrameCodecBuilder.forServer()
                        .initialSettings(new Http2Settings()
                                .maxConcurrentStreams(settings.bounds().streams())
                                .maxHeaderListSize(settings.maxHeaderBytes()))
                        .gracefulShutdownTimeoutMillis(settings.drainTime().toMillis())
                        .decoderEnforceMaxRstFramesPerWindow(MOST_RESETS, RESET_SECONDS)
                        .encoderEnforceMaxRstFramesPerWindow(MOST_RESETS, RESET_SECONDS)
                        .encoderEnforceMaxQueuedControlFrames(MOST_CONTROL_FRAMES)
                        .build())
                .addLast(idle)
                .addLast(new Http2MultiplexHandler(new Http2Streams(idle, this)))
                .addLast(requests.lastResort());
    }

    /** For one stream of a connection of HTTP/2: one request and its answer. */
    void addStream(Channel stream) {
        stream.pipeline()
                .addLast(streamCodec)
                .addLast(new Http2Request())
                .addLast(new Witness(settings.observer()))
                .addLast(requests.responseHeaders())
                .addLast(new ConnectionTimes(settings));
        requests.addTo(stream.pipeline());
    }

    /** For a connection that is told something and closed. */
    void addRefusal(ChannelPipeline pipeline, Refusal refusal) {
        pipeline.addLast(new HttpResponseEncoder())
                .addLast(new Witness(settings.observer()))
                .addLast(requests.responseHeaders())
                .addLast(new TurnedAway(refusal, settings))
                .addLast(requests.lastResort());
    }

    /** An answer as it leaves when there are no handlers yet. */
    FullHttpResponse withHeaders(Refusal refusal) {
        return requests.responseHeaders().on(refusal.response());
    }
}
