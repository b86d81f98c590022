package io.parley.http;

import java.io.StringReader;
import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** An ocsmeet document, valid by the schema of MS-CONFBAS section 6.1, as a client reads it. */
record Ocsmeet(String confUri, String serverTime, String originalIncomingUrl, String confKey) {

    private static final String NAMESPACE = "http://schemas.microsoft.com/rtc/2009/05/simplejoinconfdoc";
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        URL file = Objects.requireNonNull(Ocsmeet.class.getResource("simplejoinconfdoc.xsd"));
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file);
        } catch (org.xml.sax.SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Ocsmeet read(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
            SCHEMA.newValidator().validate(new DOMSource(document));
            return new Ocsmeet(
                    text(document, "conf-uri"),
                    text(document, "server-time"),
                    text(document, "original-incoming-url"),
                    text(document, "conf-key"));
        } catch (Exception invalid) {
            throw new AssertionError("Not valid by the schema: " + xml, invalid);
        }
    }

    private static String text(Document document, String name) {
        return document.getElementsByTagNameNS(NAMESPACE, name).item(0).getTextContent();
    }
}
