package io.parley.engine;

import io.parley.document.Element;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.OutPorts;

/** Takes the reports of MCUs; not yet. */
final class McuReports {
    McuReports(OutPorts ports, Identities identities) {}

    void report(McuId mcu, Element document) {}

    void failed(McuId mcu, String reason) {}
}
