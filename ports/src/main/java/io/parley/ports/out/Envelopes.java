package io.parley.ports.out;

import java.util.Optional;

/**
 * Puts secrets into envelopes that only the holder of a certificate's key can open: CMS {@code EnvelopedData} (RFC 5652 section 6), which is how
 * the conference key and the join URLs go out (MS-CONFBAS section 3.12).
 *
 * <p>Contract: may be called by any number of threads at once. Keeps and logs nothing of what it is given.
 */
public interface Envelopes {

    /**
     * {@code secret} in UTF-8, in an envelope for the holder of {@code certificate}, as DER.
     *
     * @param certificate an X.509 certificate as DER
     * @return empty if that is no certificate to which one can encrypt
     */
    Optional<byte[]> seal(String secret, byte[] certificate);

    /** The certificate of our own to which clients encrypt what they provision, as DER: the answer to {@code getEncryptionKey}. */
    byte[] certificate();

    /** What is in an envelope that was sealed for {@link #certificate}; empty if it was sealed for another, or is none. */
    Optional<String> open(byte[] envelope);
}
