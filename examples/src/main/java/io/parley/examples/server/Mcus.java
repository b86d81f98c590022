package io.parley.examples.server;

import io.parley.focus.McuType;
import io.parley.inmemory.mcu.InMemoryMcus;
import io.parley.inmemory.mcu.McuGateways;
import io.parley.inmemory.mcu.McuProfile;
import io.parley.ports.in.FocusService;
import io.parley.ports.out.McuGateway;
import io.parley.sip.chat.ChatMcus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The MCUs of a server: that of messages passes them on where SIP is spoken; the others know who is in and carry no media.
 *
 * @param gateway all of them
 * @param silent those without media
 * @param chat that of messages, if there is one
 */
record Mcus(McuGateway gateway, InMemoryMcus silent, Optional<ChatMcus> chat) {

    static Mcus of(SipPlan plan) {
        List<McuType> silent = new ArrayList<>(plan.mcus());
        boolean chats = plan.listens() && silent.remove(McuType.CHAT);
        InMemoryMcus without =
                InMemoryMcus.of(silent.stream().map(McuProfile::of).toArray(McuProfile[]::new));
        if (!chats) {
            return new Mcus(without, without, Optional.empty());
        }
        ChatMcus chat = new ChatMcus();
        boolean first = plan.mcus().indexOf(McuType.CHAT) == 0;
        return new Mcus(
                first ? McuGateways.of(chat, without) : McuGateways.of(without, chat), without, Optional.of(chat));
    }

    void reportTo(FocusService focus) {
        silent.reportTo(focus);
        chat.ifPresent(mcus -> mcus.reportTo(focus));
    }
}
