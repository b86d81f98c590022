package io.parley.bench.sip;

/** How the server of Parley is started for SIP: without the bounds that one client, who is all of them, would run into. */
public final class SipServers {

    private static final String MANY = "10000000";

    private SipServers() {}

    /** The options. */
    public static String[] options() {
        return new String[] {
            "--http", "127.0.0.1:0",
            "--sip", "127.0.0.1:0",
            "--mcu", "chat",
            "--notify-interval", "0",
            "--sip-max-transactions", MANY,
            "--sip-max-transactions-per-address", MANY,
            "--sip-max-waiting", MANY
        };
    }

    /** Under which URI a conference is called. */
    public static String uri(String conference) {
        return conference.replaceFirst("^xcon:", "sip:");
    }
}
