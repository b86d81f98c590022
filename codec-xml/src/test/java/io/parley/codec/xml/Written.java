package io.parley.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.MalformedRequest;
import java.nio.charset.StandardCharsets;

/** Requests as a client would write them, and what becomes of them. */
final class Written {

    static final String CCMP = "urn:ietf:params:xml:ns:xcon-ccmp";
    static final String SENDER = "<confUserID>xcon-userid:alice@example.com</confUserID>";

    private static final CcmpCodec CODEC = new CcmpCodec(Limits.defaults());

    private Written() {}

    /** A request of the type {@code ccmp-TYPE-request-message-type}. */
    static String request(String type, String parameters) {
        return envelope(" xsi:type=\"ccmp:ccmp-" + type + "-request-message-type\"", parameters);
    }

    /** A request whose inner element has these attributes. */
    static String envelope(String attributes, String parameters) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<ccmp:ccmpRequest xmlns:ccmp=\"" + CCMP + "\""
                + " xmlns:info=\"urn:ietf:params:xml:ns:conference-info\""
                + " xmlns:xcon=\"urn:ietf:params:xml:ns:xcon-conference-info\""
                + " xmlns:x=\"urn:example:x\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<ccmpRequest" + attributes + ">" + parameters + "</ccmpRequest></ccmp:ccmpRequest>";
    }

    static Reading reading(String message) {
        return CODEC.readRequest(message.getBytes(StandardCharsets.UTF_8));
    }

    static CcmpRequest read(String message) {
        Reading reading = reading(message);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).request();
    }

    static MalformedRequest fault(String message) {
        Reading reading = reading(message);
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading).fault();
    }
}
