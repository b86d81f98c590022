package io.parley.inmemory.mcu;

import io.parley.focus.McuType;
import io.parley.ports.in.FocusService.McuId;
import io.parley.ports.out.MediaSession;
import io.parley.ports.out.MediaSessions;
import io.parley.sdp.SessionDescription;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The sessions of phones with MCUs of audio and video.
 *
 * @param ports where their media go
 * @param running finds an MCU that runs
 * @param exist whether there are such MCUs
 */
record MediaLegs(Supplier<RtpPorts> ports, Function<McuId, Optional<InMemoryMcu>> running, boolean exist)
        implements MediaSessions {

    @Override
    public List<McuType> types() {
        return exist ? List.of(McuType.AUDIO_VIDEO) : List.of();
    }

    @Override
    public boolean serves(McuType type, SessionDescription offer) {
        return types().contains(type) && Negotiation.serves(offer);
    }

    @Override
    public MediaSession open(Leg leg, Consumer<String> dismissed) {
        long id = UUID.randomUUID().getMostSignificantBits() >>> 1;
        return new MediaLeg(leg, dismissed, () -> running.apply(leg.mcu()), new Negotiation(ports.get(), id));
    }
}
