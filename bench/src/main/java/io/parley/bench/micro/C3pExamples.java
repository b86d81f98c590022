package io.parley.bench.micro;

import io.parley.c3p.C3pRequest;
import io.parley.codec.c3p.C3pCodec;
import io.parley.codec.c3p.C3pReading;
import io.parley.codec.xml.Limits;
import java.nio.charset.StandardCharsets;

/** Messages of C3P as they are sent. */
final class C3pExamples {

    static final C3pCodec CODEC = new C3pCodec(Limits.defaults());
    static final String CONFERENCE = "sip:conf1@example.com";
    static final String ALICE = "sip:alice@example.com";

    static final byte[] LOCK = bytes(
            "<request xmlns=\"urn:ietf:params:xml:ns:cccp\" C3PVersion=\"1\" to=\"" + CONFERENCE + "\" from=\"" + ALICE
                    + "\" requestId=\"2\"><modifyConferenceLock><conferenceKeys confEntity=\"" + CONFERENCE
                    + "\"/><locked>true</locked></modifyConferenceLock></request>");

    static final byte[] LOCKED =
            bytes("<response xmlns=\"urn:ietf:params:xml:ns:cccp\" C3PVersion=\"1\" code=\"success\" from=\""
                    + CONFERENCE + "\" to=\"" + ALICE + "\" requestId=\"2\"><modifyConferenceLock/></response>");

    private C3pExamples() {}

    static C3pRequest lock() {
        if (CODEC.readRequest(LOCK) instanceof C3pReading.Read read) {
            return read.request();
        }
        throw new IllegalStateException("not read: modifyConferenceLock");
    }

    /** What an MCU tells: {@code users} with an endpoint each. */
    static byte[] roster(String state, int version, int users) {
        StringBuilder text = new StringBuilder(
                        "<conference-info xmlns=\"urn:ietf:params:xml:ns:conference-info\" entity=\"" + CONFERENCE
                                + "\" state=\"")
                .append(state)
                .append("\" version=\"")
                .append(version)
                .append("\"><users state=\"")
                .append(state)
                .append("\">");
        for (int i = 0; i < users; i++) {
            String user = "sip:user" + i + "@example.com";
            text.append("<user entity=\"")
                    .append(user)
                    .append("\" state=\"full\"><display-text>User</display-text><endpoint entity=\"")
                    .append(user)
                    .append(";chat\"><status>connected</status></endpoint></user>");
        }
        return bytes(text.append("</users></conference-info>").toString());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
