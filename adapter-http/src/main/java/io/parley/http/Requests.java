package io.parley.http;

import io.netty.channel.ChannelPipeline;

/** The handlers of requests, the same for HTTP/1.1 and for a stream of HTTP/2; those without a state are there once. */
final class Requests {

    private final ServerSettings settings;
    private final RequestChecks checks;
    private final RequestRates rates;
    private final ResponseHeaders responseHeaders;
    private final Resources resources;
    private final ResourceCalls resourceCalls;
    private final LastResort lastResort = new LastResort();

    Requests(ServerSettings settings) {
        this.settings = settings;
        this.checks = RequestChecks.ofEveryRequest();
        this.resources = new Resources(settings);
        this.rates = new RequestRates(settings.bounds(), settings.clock());
        this.responseHeaders = new ResponseHeaders(new DateField(settings.clock()));
        this.resourceCalls = new ResourceCalls(settings);
    }

    /** Puts them behind those that know the version of HTTP. */
    void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new Occupancy())
                .addLast(new Reception(rates, checks, resources, settings))
                .addLast(new HeldBytes(settings))
                .addLast(new BodyCollector(settings))
                .addLast(resourceCalls)
                .addLast(lastResort);
    }

    ResponseHeaders responseHeaders() {
        return responseHeaders;
    }

    LastResort lastResort() {
        return lastResort;
    }
}
