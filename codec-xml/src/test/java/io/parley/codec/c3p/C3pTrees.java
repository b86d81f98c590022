package io.parley.codec.c3p;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.c3p.C3pRequest;
import io.parley.c3p.C3pResponse;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.TreeCodec;
import io.parley.codec.xml.TreeReading;
import io.parley.document.Element;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What tests do with a codec, and with trees that no codec has looked at. */
final class C3pTrees {

    static final C3pCodec CODEC = new C3pCodec(Limits.defaults());

    private static final TreeCodec TREES = new TreeCodec(Limits.defaults(), Map.of());

    private C3pTrees() {}

    /** The bytes of a tree, in whatever order it is. */
    static byte[] bytes(Element tree) {
        return TREES.write(tree);
    }

    /** The tree of bytes that are XML. */
    static Element tree(byte[] xml) {
        TreeReading reading = TREES.read(xml);
        assertThat(reading).isInstanceOf(TreeReading.Whole.class);
        return ((TreeReading.Whole) reading).root();
    }

    /** A request that can be read. */
    static C3pRequest request(byte[] xml) {
        C3pReading reading = CODEC.readRequest(xml);
        assertThat(reading).isInstanceOf(C3pReading.Read.class);
        return ((C3pReading.Read) reading).request();
    }

    /** The request written, after the schema of Microsoft has found nothing in it. */
    static byte[] valid(C3pRequest request) {
        return valid(CODEC.writeRequest(request));
    }

    /** The response written, after the schema of Microsoft has found nothing in it. */
    static byte[] valid(C3pResponse response) {
        return valid(CODEC.writeResponse(response));
    }

    /** These bytes, after the schema of Microsoft has found nothing in them. */
    static byte[] valid(byte[] written) {
        assertThat(C3pSchemas.fault(written)).as(text(written)).isEmpty();
        return written;
    }

    static String text(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }

    static byte[] utf8(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
