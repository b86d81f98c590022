package io.parley.sip.stack;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * TLS as this stack speaks it: versions 1.2 and 1.3, suites with forward secrecy and AES-GCM only (RFC 3261 section 26.3.1 asks for CBC
 * suites, which RFC 7525 has retired).
 *
 * @param contexts keys and trust; asked anew for every connection
 * @param clients whether those who connect are asked for a certificate
 */
record TlsSide(Supplier<SSLContext> contexts, ClientCertificates clients) {

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final Set<String> SUITES = Set.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    /** For a peer that connects. */
    SSLEngine server() {
        SSLEngine engine = contexts.get().createSSLEngine();
        engine.setUseClientMode(false);
        SSLParameters parameters = parameters(engine);
        switch (clients) {
            case NONE -> parameters.setNeedClientAuth(false);
            case WANTED -> parameters.setWantClientAuth(true);
            case DEMANDED -> parameters.setNeedClientAuth(true);
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    /** For a peer whom we connect to: its certificate has to name the host of {@code address} (RFC 5922 section 7.4). */
    SSLEngine client(InetSocketAddress address) {
        SSLEngine engine = contexts.get().createSSLEngine(address.getHostString(), address.getPort());
        engine.setUseClientMode(true);
        SSLParameters parameters = parameters(engine);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
        return engine;
    }

    private static SSLParameters parameters(SSLEngine engine) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setCipherSuites(Arrays.stream(engine.getSupportedCipherSuites())
                .filter(SUITES::contains)
                .toArray(String[]::new));
        return parameters;
    }
}
