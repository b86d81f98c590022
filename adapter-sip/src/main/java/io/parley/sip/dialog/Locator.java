package io.parley.sip.dialog;

import java.net.InetSocketAddress;
import java.util.Optional;

/** Finds the address that a host in a URI stands for. Called within the turn of a dialog, for which it must not wait for long. */
@FunctionalInterface
public interface Locator {

    /** Knows addresses only, and asks nobody for names. */
    Locator ADDRESSES = new AddressLocator();

    /** The address of {@code host}, a name or an address as it stands in URIs; empty if there is none. */
    Optional<InetSocketAddress> locate(String host, int port);
}
