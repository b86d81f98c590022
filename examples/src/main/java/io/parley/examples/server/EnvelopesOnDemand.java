package io.parley.examples.server;

import io.parley.ports.out.Envelopes;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Envelopes whose key is made when the first is wanted: making one takes as long as all the rest of the start. */
final class EnvelopesOnDemand implements Envelopes {

    private final Supplier<Envelopes> maker;
    private @Nullable Envelopes made;

    EnvelopesOnDemand(Supplier<Envelopes> maker) {
        this.maker = maker;
    }

    private synchronized Envelopes made() {
        Envelopes known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }

    @Override
    public Optional<byte[]> seal(String secret, byte[] certificate) {
        return made().seal(secret, certificate);
    }

    @Override
    public byte[] certificate() {
        return made().certificate();
    }

    @Override
    public Optional<String> open(byte[] envelope) {
        return made().open(envelope);
    }
}
