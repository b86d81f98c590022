package io.parley.codec.xml.patch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.apache.xerces.dom.DOMInputImpl;
import org.apache.xerces.jaxp.validation.XMLSchemaFactory;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** What Xerces says of diffs, by the XSD of RFC 6502 section 5.4 with that of RFC 5261 section 8. */
final class DiffSchema {

    private static final Schema SCHEMA = schema();

    private DiffSchema() {}

    static List<String> complaints(byte[] diff) {
        List<String> complaints = new ArrayList<>();
        Validator validator = SCHEMA.newValidator();
        validator.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException complaint) {
                complaints.add(String.valueOf(complaint.getMessage()));
            }
        });
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(diff)));
        } catch (IOException | SAXException unusable) {
            throw new IllegalStateException(unusable);
        }
        return complaints;
    }

    private static Schema schema() {
        SchemaFactory factory = new XMLSchemaFactory();
        factory.setResourceResolver((type, namespace, publicId, systemId, base) ->
                new DOMInputImpl(publicId, "memory:/patch-ops.xsd", null, stream("rfc5261-patch-ops.xsd"), null));
        try {
            return factory.newSchema(
                    new StreamSource(stream("rfc6502-conference-info-diff.xsd"), "memory:/conference-info-diff.xsd"));
        } catch (SAXException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static InputStream stream(String file) {
        return Objects.requireNonNull(DiffSchema.class.getResourceAsStream("/schema/" + file), file);
    }
}
