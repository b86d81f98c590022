package io.parley.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * All metrics, in the text format of Prometheus.
 *
 * @param scrape writes them
 */
record MetricsResource(Supplier<String> scrape) implements Resource {

    @Override
    public boolean isAt(String path) {
        return path.equals("/metrics");
    }

    @Override
    public RequestChecks checks() {
        return new RequestChecks(
                new OnlyMethods(HttpMethod.GET), // 405
                new NeitherExpectNorRange(), // 501
                new WithinSize(0)); // 413, connection closed
    }

    @Override
    public Reply answer(Call call) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.OK,
                Unpooled.copiedBuffer(scrape.get(), StandardCharsets.UTF_8));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
        return Reply.of(response);
    }
}
