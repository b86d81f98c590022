package io.parley.bench.http;

import java.nio.charset.StandardCharsets;

/** Messages of CCMP as they stand in an HTTP request. All are of alice, or of who joins or leaves. */
public final class Message {

    /** The conference that all blueprints of the benchmark are made of. */
    public static final String BLUEPRINT = "xcon:AudioRoom@example.com";

    private static final String OWNER = "xcon-userid:alice@example.com";

    private Message() {}

    /** Asks for the blueprint. */
    public static byte[] retrieveBlueprint() {
        return conference("blueprint", OWNER, BLUEPRINT, "retrieve", "<ccmp:blueprintRequest/>");
    }

    /** Makes a conference of the blueprint. */
    public static byte[] create() {
        return conference("conf", OWNER, BLUEPRINT, "create", "<ccmp:confRequest/>");
    }

    /** Asks for a conference. */
    public static byte[] retrieve(String conference) {
        return conference("conf", OWNER, conference, "retrieve", "<ccmp:confRequest/>");
    }

    /** Changes the title of a conference. */
    public static byte[] title(String conference, String title) {
        return conference(
                "conf",
                OWNER,
                conference,
                "update",
                "<ccmp:confRequest><confInfo entity=\"" + conference
                        + "\"><info:conference-description><info:display-text>" + title
                        + "</info:display-text></info:conference-description></confInfo></ccmp:confRequest>");
    }

    /** Puts {@code user}, a name in our domain, with one endpoint into a conference. */
    public static byte[] join(String conference, String user) {
        return membership(conference, user, "create", "<info:endpoint entity=\"sip:" + user + "@example.com\"/>");
    }

    /** Takes {@code user} out again. */
    public static byte[] leave(String conference, String user) {
        return membership(conference, user, "delete", "");
    }

    private static byte[] membership(String conference, String user, String operation, String endpoint) {
        String id = "xcon-userid:" + user + "@example.com";
        return conference(
                "user",
                id,
                conference,
                operation,
                "<ccmp:userRequest><userInfo entity=\"" + id + "\">" + endpoint + "</userInfo></ccmp:userRequest>");
    }

    /** Asks for the conferences that an XPath expression chooses. */
    public static byte[] list(String filter) {
        return message(
                "confs", OWNER, "", "<ccmp:confsRequest><xpathFilter>" + filter + "</xpathFilter></ccmp:confsRequest>");
    }

    private static byte[] conference(String kind, String sender, String conference, String operation, String body) {
        return message(
                kind,
                sender,
                "<confObjID>" + conference + "</confObjID><operation>" + operation + "</operation>",
                body);
    }

    private static byte[] message(String kind, String sender, String about, String body) {
        byte[] xml = ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
                        + "<ccmp:ccmpRequest xmlns:info=\"urn:ietf:params:xml:ns:conference-info\""
                        + " xmlns:ccmp=\"urn:ietf:params:xml:ns:xcon-ccmp\""
                        + " xmlns:xcon=\"urn:ietf:params:xml:ns:xcon-conference-info\">"
                        + "<ccmpRequest xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"ccmp:ccmp-"
                        + kind + "-request-message-type\"><confUserID>" + sender + "</confUserID>" + about + body
                        + "</ccmpRequest></ccmp:ccmpRequest>")
                .getBytes(StandardCharsets.UTF_8);
        byte[] head =
                ("POST /Xcon/Ccmp HTTP/1.1\r\nHost: bench\r\nContent-Type: application/ccmp+xml\r\nContent-Length: "
                                + xml.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + xml.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(xml, 0, whole, head.length, xml.length);
        return whole;
    }
}
