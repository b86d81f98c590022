package io.parley.focus;

import java.util.Objects;

/**
 * The endpoint of a participant at an MCU, of which there is one for each address (MS-CONFBAS section 3.4.4.2.1).
 *
 * @param mcu the type of the MCU
 * @param address the key of the address under which the MCU has him
 */
public record Seat(McuType mcu, String address) implements Comparable<Seat> {

    /** Refuses nulls. */
    public Seat {
        Objects.requireNonNull(mcu, "mcu");
        Objects.requireNonNull(address, "address");
    }

    @Override
    public int compareTo(Seat other) {
        int byMcu = mcu.compareTo(other.mcu);
        return byMcu != 0 ? byMcu : address.compareTo(other.address);
    }
}
