package io.parley.codec.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What another parser finds in XML: each element with its path and text, each attribute with its path and value; in no order. */
final class Outline {

    private Outline() {}

    static List<String> of(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            List<String> outline = new ArrayList<>();
            collect(
                    "",
                    factory.newDocumentBuilder()
                            .parse(new ByteArrayInputStream(xml))
                            .getDocumentElement(),
                    outline);
            return outline.stream().sorted().toList();
        } catch (ParserConfigurationException | SAXException | IOException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static void collect(String parent, Element element, List<String> outline) {
        String path = parent + "/" + name(element);
        StringBuilder text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(path, inner, outline);
            } else if (child instanceof org.w3c.dom.Text run) {
                text.append(run.getData());
            }
        }
        outline.add(path + " = " + text.toString().strip());
        NamedNodeMap attributes = element.getAttributes();
        for (int at = 0; at < attributes.getLength(); at++) {
            Attr attribute = (Attr) attributes.item(at);
            if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
                outline.add(path + "/@" + name(attribute) + " = " + attribute.getValue());
            }
        }
    }

    private static String name(Node node) {
        return node.getNamespaceURI() == null
                ? node.getLocalName()
                : "{" + node.getNamespaceURI() + "}" + node.getLocalName();
    }
}
