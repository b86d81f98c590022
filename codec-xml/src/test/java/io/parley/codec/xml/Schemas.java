package io.parley.codec.xml;

import com.thaiopensource.util.PropertyMap;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.IncorrectSchemaException;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.auto.AutoSchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.apache.xerces.dom.DOMInputImpl;
import org.apache.xerces.jaxp.validation.XMLSchemaFactory;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** What other people's validators say, with the schemas of the RFCs as printed. */
final class Schemas {

    private static final Map<String, String> LOCATIONS = Map.of(
            "rfc4575.xsd", "rfc4575-conference-info.xsd",
            "DataModel.xsd", "rfc6501-xcon-conference-info.xsd",
            "http://www.w3.org/2001/03/xml.xsd", "xml.xsd");

    private static final Schema CCMP = xsd("rfc6503-xcon-ccmp.xsd");
    private static final Schema DATA_MODEL = xsd("rfc6501-xcon-conference-info.xsd");

    private static final com.thaiopensource.validate.Schema RELAX_NG = relaxNg("rfc6501-data-model.rng");

    private Schemas() {}

    /** The complaints of Xerces about a message, by the XSD of RFC 6503 section 11 with those of RFC 6501 and RFC 4575. */
    static List<String> message(byte[] xml) {
        return complaints(CCMP, xml);
    }

    /** The complaints of Xerces about a conference document, by the XSD of RFC 6501 appendix B and RFC 4575. */
    static List<String> document(byte[] xml) {
        return complaints(DATA_MODEL, xml);
    }

    /** The complaints of Jing about a conference document, by the RELAX NG of RFC 6501 section 5. */
    static List<String> documentByRelaxNg(byte[] xml) {
        Complaints complaints = new Complaints();
        com.thaiopensource.validate.Validator validator = RELAX_NG.createValidator(reportingTo(complaints));
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            reader.setContentHandler(validator.getContentHandler());
            reader.parse(new InputSource(new ByteArrayInputStream(xml)));
        } catch (IOException | SAXException | ParserConfigurationException unusable) {
            throw new IllegalStateException(unusable);
        }
        return complaints.all;
    }

    private static PropertyMap reportingTo(Complaints complaints) {
        PropertyMapBuilder properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, complaints);
        return properties.toPropertyMap();
    }

    private static com.thaiopensource.validate.Schema relaxNg(String file) {
        try {
            return new AutoSchemaReader().createSchema(source(file), reportingTo(new Complaints()));
        } catch (IOException | SAXException | IncorrectSchemaException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static List<String> complaints(Schema schema, byte[] xml) {
        Complaints complaints = new Complaints();
        Validator validator = schema.newValidator();
        validator.setErrorHandler(complaints);
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (IOException | SAXException unusable) {
            throw new IllegalStateException(unusable);
        }
        return complaints.all;
    }

    private static Schema xsd(String file) {
        SchemaFactory factory = new XMLSchemaFactory();
        factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
            InputSource source = source(LOCATIONS.get(systemId));
            return new DOMInputImpl(publicId, source.getSystemId(), null, source.getByteStream(), null);
        });
        try {
            InputSource source = source(file);
            return factory.newSchema(new StreamSource(source.getByteStream(), source.getSystemId()));
        } catch (SAXException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static InputSource source(String file) {
        InputSource source = new InputSource(new ByteArrayInputStream(Fixtures.bytes("/schema/" + file)));
        source.setSystemId("memory:/" + file);
        return source;
    }

    private static final class Complaints implements ErrorHandler {
        private final List<String> all = new ArrayList<>();

        @Override
        public void warning(SAXParseException complaint) {
            all.add(complaint.getMessage());
        }

        @Override
        public void error(SAXParseException complaint) {
            all.add(complaint.getMessage());
        }

        @Override
        public void fatalError(SAXParseException complaint) {
            all.add(complaint.getMessage());
        }
    }
}
