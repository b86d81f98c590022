package io.parley.inmemory.mcu;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.conference.Conference;
import io.parley.focus.McuType;
import io.parley.identity.XconUri;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.McuGateway;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One gateway made of several: each has the MCUs of its types, and mixes are told to all. A type that none has is the first one's, which
 * has to fail it. Calls are handed on to the gateways on the thread that makes them.
 */
public final class McuGateways implements McuGateway {

    private final List<McuGateway> gateways;
    private final Map<McuType, McuGateway> byType = new LinkedHashMap<>();

    private McuGateways(List<McuGateway> gateways) {
        this.gateways = List.copyOf(gateways);
        if (gateways.isEmpty()) {
            throw new IllegalArgumentException("at least one gateway is needed");
        }
        for (McuGateway gateway : gateways) {
            for (McuType type : gateway.types()) {
                if (byType.put(type, gateway) != null) {
                    throw new IllegalArgumentException("two gateways have MCUs of the type " + type);
                }
            }
        }
    }

    /** The gateways in the order in which clients are told of their types. */
    public static McuGateways of(McuGateway... gateways) {
        return new McuGateways(List.of(gateways));
    }

    private McuGateway gateway(McuId mcu) {
        return byType.getOrDefault(mcu.type(), gateways.get(0));
    }

    @Override
    public void mix(Conference conference) {
        gateways.forEach(gateway -> gateway.mix(conference));
    }

    @Override
    public void stop(XconUri conference) {
        gateways.forEach(gateway -> gateway.stop(conference));
    }

    @Override
    public List<McuType> types() {
        return List.copyOf(byType.keySet());
    }

    @Override
    public void start(McuId mcu, Conference conference) {
        gateway(mcu).start(mcu, conference);
    }

    @Override
    public void refresh(McuId mcu) {
        gateway(mcu).refresh(mcu);
    }

    @Override
    public boolean isAvailable(McuId mcu) {
        return gateway(mcu).isAvailable(mcu);
    }

    @Override
    public void command(McuId mcu, C3pRequest request, Consumer<C3pResponse> responses) {
        gateway(mcu).command(mcu, request, responses);
    }

    @Override
    public void release(McuId mcu) {
        gateway(mcu).release(mcu);
    }
}
