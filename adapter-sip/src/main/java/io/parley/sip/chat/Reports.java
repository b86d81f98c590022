package io.parley.sip.chat;

import io.parley.document.Element;
import io.parley.ports.in.FocusService.McuId;

/** Whom an MCU reports to. */
@FunctionalInterface
interface Reports {
    void report(McuId mcu, Element document);
}
