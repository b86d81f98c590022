package io.parley.focus;

/**
 * Who becomes presenter on being admitted: a set of bits (MS-CONFBAS section 2.2.2.3). Bits without a meaning are carried.
 *
 * @param bits an unsigned number of 32 bits
 */
public record Autopromote(long bits) {

    /** Nobody. */
    public static final Autopromote NONE = new Autopromote(0);

    /** All bits. */
    public static final Autopromote ALL = new Autopromote(0xFFFF_FFFFL);

    /** Everyone. */
    public static final Autopromote EVERYONE = new Autopromote(0x8000_0000L);

    /** Authenticated users of the company. */
    public static final Autopromote COMPANY = new Autopromote(0x0000_8000L);

    /** Refuses what is no unsigned number of 32 bits. */
    public Autopromote {
        if (bits < 0 || bits > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("autopromote has 32 bits, not " + bits);
        }
    }

    /** Whether somebody of that kind is promoted. */
    public boolean promotes(AuthMethod method) {
        return covers(EVERYONE) || covers(COMPANY) && method == AuthMethod.ENTERPRISE;
    }

    /** Whether {@code wanted} sets no bit that is not set here. */
    public boolean covers(Autopromote wanted) {
        return (wanted.bits & ~bits) == 0;
    }

    /** In decimal digits, as it is written. */
    @Override
    public String toString() {
        return Long.toString(bits);
    }
}
