package io.parley.inmemory;

import io.parley.ports.out.IdGenerator;
import java.security.SecureRandom;

/**
 * Makes identifiers that cannot be guessed (RFC 6501 section 8): tokens of 128 random bits, written with the 32 lower-case letters and
 * digits that RFC 4648 section 6 names, so that comparing them in lower case loses nothing.
 *
 * <p>May be used by any number of threads at once.
 */
public final class RandomIdGenerator implements IdGenerator {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 128;
    private static final int BITS_PER_CHARACTER = 5;

    private final SecureRandom random = new SecureRandom();

    /** A generator seeded by the operating system. */
    public RandomIdGenerator() {}

    @Override
    public String token() {
        byte[] octets = new byte[BITS / Byte.SIZE];
        random.nextBytes(octets);
        StringBuilder token = new StringBuilder(BITS / BITS_PER_CHARACTER + 1);
        int buffer = 0;
        int buffered = 0;
        for (byte octet : octets) {
            buffer = (buffer << Byte.SIZE | Byte.toUnsignedInt(octet)) & 0xFFFF;
            buffered += Byte.SIZE;
            while (buffered >= BITS_PER_CHARACTER) {
                buffered -= BITS_PER_CHARACTER;
                token.append(ALPHABET.charAt(buffer >>> buffered & 0x1F));
            }
        }
        return token.append(ALPHABET.charAt(buffer << (BITS_PER_CHARACTER - buffered) & 0x1F))
                .toString();
    }

    @Override
    public int number() {
        return random.nextInt(Integer.MAX_VALUE) + 1;
    }
}
