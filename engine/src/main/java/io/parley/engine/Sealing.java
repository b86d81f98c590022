package io.parley.engine;

import io.parley.c3p.provisioning.SealedSecrets;
import io.parley.focus.Provisioning;
import io.parley.ports.out.Envelopes;
import java.util.Base64;
import java.util.Optional;

/**
 * Puts the secrets of conferences into envelopes and takes them out, with base64 around both, as C3P has it. Without envelopes no secret is
 * given out and none is taken.
 */
record Sealing(Optional<Envelopes> envelopes) {

    /**
     * {@code secrets} for the holder of a certificate; empty if that is no certificate to which one can encrypt, whether there are secrets or
     * not.
     *
     * @param certificate in base64, as a client sent it
     */
    Optional<SealedSecrets> seal(Provisioning.Secrets secrets, String certificate) {
        Optional<byte[]> der = decoded(certificate);
        if (envelopes.isEmpty() || der.isEmpty()) {
            return der.map(nobody -> new SealedSecrets(Optional.empty(), Optional.empty(), Optional.empty()));
        }
        if (envelopes.get().seal("", der.get()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SealedSecrets(
                sealed(secrets.key(), der.get()),
                sealed(secrets.webInternal(), der.get()),
                sealed(secrets.webExternal(), der.get())));
    }

    private Optional<String> sealed(Optional<String> secret, byte[] certificate) {
        return secret.flatMap(text -> envelopes.orElseThrow().seal(text, certificate))
                .map(Base64.getEncoder()::encodeToString);
    }

    /** What is in an envelope; empty if it was not sealed for us. */
    Optional<String> open(String envelope) {
        return envelopes.flatMap(seals -> decoded(envelope).flatMap(seals::open));
    }

    /** The certificate to which clients encrypt. */
    Optional<String> certificate() {
        return envelopes.map(seals -> Base64.getEncoder().encodeToString(seals.certificate()));
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64.replaceAll("\\s+", "")));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
