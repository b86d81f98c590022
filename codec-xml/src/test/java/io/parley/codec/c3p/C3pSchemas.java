package io.parley.codec.c3p;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The schemas of MS-CONFBAS sections 7 and 8, by which everything that is written has to be valid. */
final class C3pSchemas {

    private static final Schema SCHEMA = load();

    private C3pSchemas() {}

    private static Schema load() {
        URL entry = C3pSchemas.class.getResource("/schema/ms-confbas/ms-cccp.xsd");
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(String.valueOf(entry)));
        } catch (SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** What is not valid in {@code document}, or nothing. */
    static Optional<String> fault(byte[] document) {
        try {
            SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
            return Optional.empty();
        } catch (SAXException invalid) {
            return Optional.of(String.valueOf(invalid.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
