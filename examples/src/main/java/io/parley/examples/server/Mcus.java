package io.parley.examples.server;

import io.parley.focus.McuType;
import io.parley.inmemory.mcu.InMemoryMcus;
import io.parley.inmemory.mcu.McuGateways;
import io.parley.inmemory.mcu.McuProfile;
import io.parley.inmemory.mcu.RtpPorts.RtpPort;
import io.parley.ports.in.FocusService;
import io.parley.ports.out.McuGateway;
import io.parley.sip.chat.ChatMcus;
import io.parley.sip.media.RtpEcho;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The MCUs of a server: that of messages passes them on where SIP is spoken; the others know who is in and carry no media.
 *
 * @param gateway all of them
 * @param silent those without media
 * @param chat that of messages, if there is one
 * @param echo where phones send what they say, if SIP is spoken
 */
record Mcus(McuGateway gateway, InMemoryMcus silent, Optional<ChatMcus> chat, Optional<RtpEcho> echo)
        implements AutoCloseable {

    private static final int MOST_PORTS = 10_000;

    static Mcus of(SipPlan plan, InstantSource clock) {
        List<McuType> silent = new ArrayList<>(plan.mcus());
        boolean chats = plan.listens() && silent.remove(McuType.CHAT);
        InMemoryMcus without =
                InMemoryMcus.of(silent.stream().map(McuProfile::of).toArray(McuProfile[]::new));
        Optional<RtpEcho> echo = plan.address().map(at -> echo(plan, at, clock));
        echo.ifPresent(ports -> without.receiveAt(() -> ports.open().map(OnePort::new)));
        if (!chats) {
            return new Mcus(without, without, Optional.empty(), echo);
        }
        ChatMcus chat = new ChatMcus();
        boolean first = plan.mcus().indexOf(McuType.CHAT) == 0;
        return new Mcus(
                first ? McuGateways.of(chat, without) : McuGateways.of(without, chat),
                without,
                Optional.of(chat),
                echo);
    }

    /** Ports at the address of SIP. */
    private static RtpEcho echo(SipPlan plan, HostAndPort at, InstantSource clock) {
        InetAddress local = at.address().getAddress();
        InetAddress reached = local.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : local;
        String host = plan.host().orElseGet(() -> reached.getHostAddress().replaceFirst("%.*", ""));
        return new RtpEcho(local, host, plan.echoes(), MOST_PORTS, clock);
    }

    /** A port as the MCUs want it. */
    private record OnePort(RtpEcho.Port port) implements RtpPort {
        @Override
        public InetSocketAddress address() {
            return port.address();
        }

        @Override
        public void heard(boolean now) {
            port.heard(now);
        }

        @Override
        public void close() {
            port.close();
        }
    }

    @Override
    public void close() {
        echo.ifPresent(RtpEcho::close);
    }

    void reportTo(FocusService focus) {
        silent.reportTo(focus);
        chat.ifPresent(mcus -> mcus.reportTo(focus));
    }
}
