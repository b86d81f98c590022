package io.parley.codec.xml.patch;

import io.parley.document.Name;
import io.parley.patch.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** XML as selectors see it. */
final class XmlAxis implements Axis<XmlNode.OfElement> {

    static final XmlAxis XML = new XmlAxis();

    private XmlAxis() {}

    @Override
    public Name name(XmlNode.OfElement element) {
        return element.name();
    }

    @Override
    public Optional<String> attribute(XmlNode.OfElement element, Name attribute) {
        return element.attributes().stream()
                .filter(there -> there.name().equals(attribute))
                .map(XmlNode.Attribute::value)
                .findFirst();
    }

    @Override
    public List<XmlNode.OfElement> elements(XmlNode.OfElement element) {
        List<XmlNode.OfElement> elements = new ArrayList<>();
        for (XmlNode node : element.content()) {
            if (node instanceof XmlNode.OfElement child) {
                elements.add(child);
            }
        }
        return elements;
    }

    @Override
    public String text(XmlNode.OfElement element) {
        StringBuilder text = new StringBuilder();
        collect(element, text);
        return text.toString();
    }

    private static void collect(XmlNode.OfElement element, StringBuilder text) {
        for (XmlNode node : element.content()) {
            if (node instanceof XmlNode.OfText run) {
                text.append(run.value());
            } else if (node instanceof XmlNode.OfElement child) {
                collect(child, text);
            }
        }
    }
}
