package io.parley.examples.server;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.http.client.CcmpClient;
import io.parley.http.client.CcmpException;
import io.parley.ports.in.CcmpService;
import java.io.UncheckedIOException;
import java.net.URI;

/** The CCMP service of a server, as a client reaches it; throws {@link UncheckedIOException} when it does not answer as it has to. */
final class CcmpOverHttp implements CcmpService, AutoCloseable {

    private final CcmpClient client;

    /** The service at {@code address}. */
    CcmpOverHttp(URI address) {
        this.client = CcmpClient.builder().server(address).privileged(true).build();
    }

    @Override
    public CcmpResponse handle(CcmpRequest request) {
        try {
            return client.send(request).response();
        } catch (CcmpException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
