package io.parley.sip.stack;

import org.junit.jupiter.api.AfterEach;

class JainSipStackOverTlsTest implements SipStackContract {

    private final Loopback loopback = new Loopback();

    @AfterEach
    void close() {
        loopback.close();
    }

    @Override
    public SipStack open(SipHandler handler) {
        return loopback.open(transport(), handler);
    }

    @Override
    public Transport transport() {
        return Transport.TLS;
    }
}
