package io.parley.sip.stack;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/** What a {@link JainSipStackBuilder} was told. */
record StackSettings(
        SipHandler handler,
        Map<Transport, List<InetSocketAddress>> addresses,
        Optional<TlsSide> tls,
        Optional<String> host,
        StackBounds bounds,
        StackTimes times,
        StackObserver observer,
        Executor executor,
        Optional<ScheduledExecutorService> scheduler,
        int threads) {}
