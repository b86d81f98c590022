package io.parley.codec.xml.patch;

import io.parley.document.Name;
import io.parley.patch.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What operations do to attributes (RFC 5261 sections 4.3.2, 4.4.2 and 4.5.2). */
final class AttributeOperations {

    private AttributeOperations() {}

    static XmlNode.OfElement added(Target target, XmlOperation.Type.OfAttribute type, String value)
            throws Inapplicable {
        XmlNode.OfElement element = target.element();
        Name name = type.name();
        if (XmlAxis.XML.attribute(element, name).isPresent()) {
            throw new Inapplicable(Condition.INVALID_PATCH_DIRECTIVE, "the attribute " + name + " is there already");
        }
        String prefix = "";
        if (!name.namespace().isEmpty()) {
            Scope scope = Scope.in(target.way().orElseThrow());
            Optional<String> chosen =
                    new Adoption(scope, element.prefix()).ofAttribute(type.prefix(), name.namespace());
            prefix = chosen.orElse(type.prefix());
            while (chosen.isEmpty() && scope.find(prefix).isPresent()) {
                prefix += "1";
            }
            element = chosen.isPresent() ? element : element.declaring(prefix, name.namespace());
        }
        List<XmlNode.Attribute> attributes = new ArrayList<>(element.attributes());
        attributes.add(new XmlNode.Attribute(prefix, name, value));
        return element.withAttributes(attributes);
    }

    static XmlNode.OfElement replaced(XmlNode.OfElement element, Name name, String value) throws Inapplicable {
        List<XmlNode.Attribute> attributes = new ArrayList<>(element.attributes());
        int at = placeOf(name, attributes);
        attributes.set(at, new XmlNode.Attribute(attributes.get(at).prefix(), name, value));
        return element.withAttributes(attributes);
    }

    static XmlNode.OfElement removed(XmlNode.OfElement element, Name name) throws Inapplicable {
        List<XmlNode.Attribute> attributes = new ArrayList<>(element.attributes());
        attributes.remove(placeOf(name, attributes));
        return element.withAttributes(attributes);
    }

    private static int placeOf(Name name, List<XmlNode.Attribute> attributes) throws Inapplicable {
        for (int at = 0; at < attributes.size(); at++) {
            if (attributes.get(at).name().equals(name)) {
                return at;
            }
        }
        throw Target.unlocated("no attribute " + name);
    }
}
