package io.parley.http;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;

/**
 * Whether the server is well: {@value #LIVE} says that this process answers, {@value #READY} that all it depends on does, with status 200
 * or 503 and what failed in the body.
 */
final class HealthResource implements Resource {

    static final String LIVE = "/health/live";
    static final String READY = "/health/ready";

    private final boolean live;
    private final Health health;

    private HealthResource(boolean live, Health health) {
        this.live = live;
        this.health = health;
    }

    static HealthResource live() {
        return new HealthResource(true, new Health());
    }

    static HealthResource ready(Health health) {
        return new HealthResource(false, health);
    }

    @Override
    public boolean isAt(String path) {
        return path.equals(live ? LIVE : READY);
    }

    @Override
    public RequestChecks checks() {
        return new RequestChecks(
                new OnlyMethods(HttpMethod.GET, HttpMethod.HEAD), // 405
                new NeitherExpectNorRange(), // 501
                new WithinSize(0)); // 413, connection closed
    }

    @Override
    public boolean waits() {
        // A process whose executor is full is alive; whether it is ready may have to be found out.
        return !live;
    }

    @Override
    public Reply answer(Call call) {
        Map<String, Boolean> outcomes = health.ask();
        boolean well = !outcomes.containsValue(false);
        byte[] body = Json.object(json -> {
            json.writeStringField("status", live ? "live" : well ? "ready" : "not ready");
            if (!live) {
                json.writeObjectFieldStart("checks");
                for (Map.Entry<String, Boolean> outcome : outcomes.entrySet()) {
                    json.writeStringField(outcome.getKey(), outcome.getValue() ? "ok" : "failed");
                }
                json.writeEndObject();
            }
        });
        HttpResponseStatus status = well ? HttpResponseStatus.OK : HttpResponseStatus.SERVICE_UNAVAILABLE;
        FullHttpResponse response = Json.response(status, body);
        return Reply.to(call.head(), response);
    }
}
