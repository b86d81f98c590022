package io.parley.codec.xml;

import static io.parley.codec.xml.Written.SENDER;
import static io.parley.codec.xml.Written.fault;
import static io.parley.codec.xml.Written.read;
import static io.parley.codec.xml.Written.reading;
import static io.parley.codec.xml.Written.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.ccmp.MalformedRequest;
import io.parley.ccmp.Message;
import io.parley.spec.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers send (RFC 6503 section 10; RFC 6501 section 3.1). */
class HostileInputTest {

    private static final CcmpCodec CODEC = new CcmpCodec(Limits.defaults());
    private static final DocumentCodec DOCUMENTS = new DocumentCodec(Limits.defaults());
    private static final String MESSAGE = request("conf", SENDER + "<ccmp:confRequest/>");

    private static MalformedRequest faultOf(byte[] message) {
        Reading reading = CODEC.readRequest(message);
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading).fault();
    }

    private static String withDtd(String subset, String sender) {
        return MESSAGE.replace("<ccmp:ccmpRequest", "<!DOCTYPE ccmp:ccmpRequest" + subset + "><ccmp:ccmpRequest")
                .replace("alice", sender);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " SYSTEM 'file:///etc/passwd'",
                " [<!ENTITY e 'x'>]",
                " [<!ENTITY % p SYSTEM 'file:///nowhere/at-all'> %p;]",
                " PUBLIC '-//x//y' 'http://127.0.0.1:1/' [<!ATTLIST a b CDATA 'c'>]"
            })
    @Requirement("CCMP-D2-12")
    void aDocumentTypeIsRefused(String subset) {
        MalformedRequest fault = fault(withDtd(subset, "alice"));
        assertThat(fault.reason()).contains("DTD");
        assertThat(fault.message()).isEmpty();
        assertThatThrownBy(() -> DOCUMENTS.read("<!DOCTYPE a><a/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("DTD");
    }

    @Test
    @Requirement("CCMP-D2-12")
    void noEntityIsResolved() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(100);
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/";
            for (String subset : new String[] {
                " [<!ENTITY e SYSTEM '" + url + "'>]",
                " SYSTEM '" + url + "'",
                " [<!ENTITY % e SYSTEM '" + url + "'> %e;]"
            }) {
                assertThat(fault(withDtd(subset, "&e;")).reason()).contains("DTD");
            }
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(fault(MESSAGE.replace("alice", "&e;")).reason()).contains("entity \"e\"");
        assertThat(read(MESSAGE.replace("alice", "&lt;&#x61;&#98;&amp;")).confUserId())
                .contains("xcon-userid:<ab&@example.com");
    }

    @Test
    @Timeout(5)
    void aBillionLaughsAreNotHeard() {
        StringBuilder subset = new StringBuilder(" [<!ENTITY l0 'lol'>");
        for (int i = 1; i < 30; i++) {
            subset.append("<!ENTITY l")
                    .append(i)
                    .append(" '&l")
                    .append(i - 1)
                    .append(";&l")
                    .append(i - 1)
                    .append(";'>");
        }
        assertThat(fault(withDtd(subset.append("]").toString(), "&l29;")).reason())
                .contains("DTD");
    }

    @ParameterizedTest
    @CsvSource({"256,true", "257,false", "400000,false"})
    @Timeout(10)
    @Requirement("CCMP-D2-13")
    void elementsAreNestedSoDeepAndNoDeeper(int depth, boolean isRead) {
        int inside = Math.min(depth - 2, 150_000);
        String message = request("conf", SENDER + "<x:a>".repeat(inside) + "</x:a>".repeat(depth > 1000 ? 0 : inside));
        assertThat(reading(message)).isInstanceOf(isRead ? Reading.Read.class : Reading.Unreadable.class);
        if (!isRead) {
            assertThat(fault(message)).satisfies(fault -> {
                assertThat(fault.reason()).containsIgnoringCase("depth");
                assertThat(fault.confUserId()).contains("xcon-userid:alice@example.com");
            });
        }
    }

    @Test
    @Timeout(10)
    void attributesAreLimited() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 64; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        assertThat(reading(MESSAGE.replace("<ccmp:confRequest", "<ccmp:confRequest" + attributes)))
                .isInstanceOf(Reading.Read.class);
        assertThat(fault(MESSAGE.replace("<ccmp:confRequest", "<ccmp:confRequest more=''" + attributes))
                        .reason())
                .containsIgnoringCase("attribute");
        StringBuilder declarations = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            declarations.append(" xmlns:a").append(i).append("='u:").append(i).append("'");
        }
        assertThat(reading(MESSAGE.replace("<ccmp:confRequest", "<ccmp:confRequest" + declarations)))
                .isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    @Timeout(10)
    void lengthsAreLimited() throws IOException {
        CcmpCodec small = new CcmpCodec(new Limits(2000, 10, 10, 100, 10));
        byte[] message = MESSAGE.getBytes(StandardCharsets.UTF_8);
        assertThat(small.readRequest(message)).isInstanceOf(Reading.Read.class);
        assertThat(small.readRequest(new ByteArrayInputStream(message))).isEqualTo(small.readRequest(message));
        assertThat(small.readRequest((MESSAGE + " ".repeat(2000 - message.length)).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Reading.Read.class);
        byte[] long1 = (MESSAGE + " ".repeat(2001 - message.length)).getBytes(StandardCharsets.UTF_8);
        assertThat(reason(small.readRequest(long1))).contains("2000 bytes");
        assertThat(reason(small.readRequest(new ByteArrayInputStream(long1)))).contains("2000 bytes");
        String longest = "a".repeat(101);
        for (String text : new String[] {
            MESSAGE.replace("alice", longest),
            MESSAGE.replace("alice", "<![CDATA[" + longest + "]]>"),
            MESSAGE.replace("<ccmp:confR", "<x:a>" + longest + "</x:a><ccmp:confR")
        }) {
            assertThat(reason(small.readRequest(text.getBytes(StandardCharsets.UTF_8))))
                    .contains("Text size limit");
        }
        String attribute = MESSAGE.replace("<ccmp:confR", "<x:a b='" + longest + "'/><ccmp:confR");
        assertThat(reason(small.readRequest(attribute.getBytes(StandardCharsets.UTF_8))))
                .contains("attribute size limit");
        String elements = MESSAGE.replace("<ccmp:confR", "<x:a/>".repeat(8) + "<ccmp:confR");
        assertThat(reason(small.readRequest(elements.getBytes(StandardCharsets.UTF_8))))
                .contains("Element Count limit");
    }

    @Test
    void limitsArePositive() {
        assertThatThrownBy(() -> new Limits(0, 1, 1, 1, 1)).hasMessageContaining("bytes");
        assertThatThrownBy(() -> new Limits(1, 1001, 1, 1, 1)).hasMessageContaining("depth");
        assertThatThrownBy(() -> new Limits(1, 1, 0, 1, 1)).hasMessageContaining("attributes");
        assertThatThrownBy(() -> new Limits(1, 1, 1, -1, 1)).hasMessageContaining("characters");
        assertThatThrownBy(() -> new Limits(1, 1, 1, 1, 0)).hasMessageContaining("elements");
    }

    private static String reason(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Unreadable.class);
        return ((Reading.Unreadable) reading).fault().reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "US-ASCII", "UTF-16", "UTF-16LE", "windows-1252", "x"})
    @Requirement({"CCMP-4.4-09", "DM-3.1-03"})
    void anotherDeclaredEncodingIsRefused(String encoding) {
        assertThat(fault(MESSAGE.replace("\"UTF-8\"", "\"" + encoding + "\"")).reason())
                .contains("UTF-8", encoding);
        assertThat(reading(MESSAGE.replace("\"UTF-8\"", "\"utf-8\""))).isInstanceOf(Reading.Read.class);
        assertThatThrownBy(() -> DOCUMENTS.read(
                        ("<?xml version='1.0' encoding='" + encoding + "'?><a/>").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(encoding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32"})
    @Requirement({"CCMP-4.4-09", "DM-3.1-03"})
    void anotherActualEncodingIsRefused(String encoding) {
        Charset charset = Charset.forName(encoding);
        String message = MESSAGE.replace("alice", "Zo\u00eb");
        for (String text : new String[] {message, message.substring(message.indexOf("?>") + 2)}) {
            assertThat(faultOf(text.getBytes(charset)).message()).isEmpty();
            assertThatThrownBy(() -> DOCUMENTS.read(text.getBytes(charset))).isInstanceOf(UnreadableException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0AF", "EDA080", "F4908080", "E9", "80", "FEFF", "F8888080", "E28A"})
    @Requirement("CCMP-4.4-09")
    void bytesThatAreNotUtf8AreRefused(String hex) {
        byte[] wrong = new java.math.BigInteger(hex, 16).toByteArray();
        String latin1 = new String(wrong, wrong[0] == 0 ? 1 : 0, hex.length() / 2, StandardCharsets.ISO_8859_1);
        MalformedRequest fault = faultOf(MESSAGE.replace("alice", latin1).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(fault.reason()).contains("UTF-8", "offset");
        assertThat(faultOf(("" + MESSAGE + latin1).getBytes(StandardCharsets.ISO_8859_1))
                        .reason())
                .contains("UTF-8");
    }

    @Test
    void aByteOrderMarkOfUtf8IsNoFault() {
        assertThat(reading("\uFEFF" + MESSAGE)).isEqualTo(reading(MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1.2", "2.0"})
    void anotherVersionOfXmlIsRefused(String version) {
        assertThat(fault(MESSAGE.replace("\"1.0\"", "\"" + version + "\"")).reason())
                .contains(version);
    }

    @Test
    @Requirement("CCMP-5.4-02")
    void aTruncatedMessageIsUntypedAndKeepsItsSender() {
        for (int length = 0; length < MESSAGE.length(); length++) {
            MalformedRequest fault = fault(MESSAGE.substring(0, length));
            assertThat(fault.message()).isEmpty();
            assertThat(fault.confUserId().isPresent())
                    .isEqualTo(length >= MESSAGE.indexOf("</confUserID>") + "</confUserID>".length());
            assertThat(fault.reason()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "garbage", "{}", "<", "<a>", "<a/>", "<a/><b/>", "<?xml?>", "\u0000", "<!-- -->"})
    @Requirement({"CCMP-5.4-02", "CCMP-D1-19"})
    void whatIsNoMessageIsUntyped(String text) {
        assertThat(fault(text)).satisfies(fault -> {
            assertThat(fault.message()).isEmpty();
            assertThat(fault.confUserId()).isEmpty();
            assertThat(CODEC.writeResponse(fault.response(), Dialect.RFC_6503)).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "\u001F", "\uFFFE", "\uFFFF", "&#xFFFE;", "&#0;", "&#xD83D;&#xDE00;", "&#x110000;"})
    void whatIsNoCharacterIsRefused(String text) {
        for (String message : new String[] {
            MESSAGE.replace("alice", text),
            MESSAGE.replace("<ccmp:confR", "<x:a b='" + text + "'/><ccmp:confR"),
            MESSAGE.replace("<ccmp:confR", "<x:a>" + text + "</x:a><ccmp:confR")
        }) {
            assertThat(reading(message)).isInstanceOf(Reading.Unreadable.class);
        }
        assertThat(reading(MESSAGE.replace("alice", "\u0085\uFFFD\uD83D\uDE00\uDBFF\uDFFF")))
                .isInstanceOf(Reading.Read.class);
    }

    @Test
    void aReasonCanAlwaysBeWritten() {
        String name = "n".repeat(5000);
        for (String message : new String[] {
            MESSAGE.replace("<ccmp:confRequest/>", "<" + name + "/>"),
            MESSAGE.replace("<ccmp:confRequest/>", "<operation>" + name + "</operation>"),
            MESSAGE.replace("<ccmp:confRequest/>", "<" + name + "></x>"),
            MESSAGE.replace("<ccmp:confRequest/>", "\u0001"),
            MESSAGE.replace("<ccmp:confRequest/>", "<\uFFFE/>"),
            MESSAGE.replace("<ccmp:confRequest/>", "<a b='\uFFFF'/>"),
            MESSAGE.replace("<ccmp:confRequest/>", "&\uFFFE;"),
            "\uFFFF"
        }) {
            MalformedRequest fault = fault(message);
            assertThat(fault.reason()).hasSizeLessThan(600);
            assertThat(CODEC.writeResponse(fault.response(), Dialect.RFC_6503)).isNotEmpty();
        }
    }

    @Test
    @Timeout(20)
    void timeGrowsWithLengthOnly() {
        String fill = "<x:a b='c'>d</x:a>";
        String small = request("conf", SENDER + fill.repeat(2_000));
        String large = request("conf", SENDER + fill.repeat(40_000));
        Duration ofSmall = fastest(small);
        assertThat(fastest(large)).isLessThan(ofSmall.multipliedBy(200).plusMillis(200));
        assertThat(read(large).message()).isEqualTo(Message.CONF);
    }

    private static Duration fastest(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long started = System.nanoTime();
            CODEC.readRequest(bytes);
            fastest = Math.min(fastest, System.nanoTime() - started);
        }
        return Duration.ofNanos(fastest);
    }
}
