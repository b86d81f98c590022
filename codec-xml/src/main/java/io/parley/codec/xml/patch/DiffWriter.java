package io.parley.codec.xml.patch;

import io.parley.codec.xml.XmlSink;
import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Text;
import io.parley.patch.End;
import io.parley.patch.Operation;
import io.parley.patch.Operation.Position;
import io.parley.patch.Operation.WhiteSpace;
import io.parley.patch.Patch;
import io.parley.patch.Predicate;
import io.parley.patch.Selector;
import io.parley.patch.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a patch of the core. The root declares all prefixes: {@code info} and {@code xcon}, and {@code ns1} and so on for foreign
 * namespaces. There is no default namespace, so that a name without prefix is in none.
 */
final class DiffWriter {

    private final XMLStreamWriter xml;
    private final Map<String, String> prefixes = new LinkedHashMap<>();

    private DiffWriter(XMLStreamWriter xml) {
        this.xml = xml;
        prefixes.put("", "");
        prefixes.put(Name.XML_NAMESPACE, "xml");
        prefixes.put(Name.INFO_NAMESPACE, "info");
        prefixes.put(Name.XCON_NAMESPACE, "xcon");
    }

    static void write(String entity, Patch patch, XMLStreamWriter xml) throws XMLStreamException {
        DiffWriter writer = new DiffWriter(xml);
        patch.operations().forEach(writer::declare);
        writer.start(Diff.ROOT);
        for (Map.Entry<String, String> declared : writer.prefixes.entrySet()) {
            if (!declared.getKey().isEmpty() && !declared.getKey().equals(Name.XML_NAMESPACE)) {
                xml.writeNamespace(declared.getValue(), XmlSink.writable(declared.getKey()));
            }
        }
        writer.attribute(Attributes.ENTITY, entity);
        for (Operation operation : patch.operations()) {
            writer.write(operation);
        }
        xml.writeEndElement();
    }

    private void declare(Operation operation) {
        for (Step step : operation.sel().steps()) {
            step.names().forEach(this::declare);
            for (Predicate predicate : step.predicates()) {
                if (predicate instanceof Predicate.OfAttribute of) {
                    declare(of.attribute());
                } else if (predicate instanceof Predicate.OfChild of) {
                    declare(of.child());
                }
            }
        }
        if (operation.sel().end() instanceof End.OfAttribute of) {
            declare(of.name());
        }
        if (operation instanceof Operation.AddAttribute add) {
            declare(add.attribute());
        }
        content(operation).forEach(this::declare);
    }

    private void declare(Node node) {
        if (node instanceof Element element) {
            declare(element.name());
            element.attributes().forEach(attribute -> declare(attribute.name()));
            element.content().forEach(this::declare);
        }
    }

    private void declare(Name name) {
        if (!prefixes.containsKey(name.namespace())) {
            prefixes.put(name.namespace(), "ns" + (prefixes.size() - 3));
        }
    }

    private static List<Node> content(Operation operation) {
        return operation instanceof Operation.Add add
                ? add.content()
                : operation instanceof Operation.Replace replace ? replace.content() : List.of();
    }

    private void write(Operation operation) throws XMLStreamException {
        boolean isAdd = operation instanceof Operation.Add || operation instanceof Operation.AddAttribute;
        start(Name.of(
                Name.XCON_NAMESPACE, isAdd ? "add" : operation instanceof Operation.Replace ? "replace" : "remove"));
        attribute(Name.unqualified("sel"), selector(operation.sel()));
        if (operation instanceof Operation.Add add && add.position() != Position.APPEND) {
            attribute(Name.unqualified("pos"), add.position().word());
        }
        if (operation instanceof Operation.Remove remove && remove.ws() != WhiteSpace.NONE) {
            attribute(Name.unqualified("ws"), remove.ws().word());
        }
        if (operation instanceof Operation.AddAttribute add) {
            attribute(Name.unqualified("type"), "@" + written(add.attribute()));
            xml.writeCharacters(XmlSink.writable(add.value()));
        }
        for (Node node : content(operation)) {
            write(node);
        }
        xml.writeEndElement();
    }

    private void write(Node node) throws XMLStreamException {
        if (node instanceof Text text) {
            xml.writeCharacters(XmlSink.writable(text.value()));
            return;
        }
        Element element = (Element) node;
        start(element.name());
        for (Attribute attribute : element.attributes()) {
            attribute(attribute.name(), attribute.value());
        }
        for (Node child : element.content()) {
            boolean isEmptyList = child instanceof Element list
                    && list.size() == 0
                    && list.type().isLeftOutWhenEmpty();
            if (!isEmptyList) {
                write(child);
            }
        }
        xml.writeEndElement();
    }

    private void start(Name name) throws XMLStreamException {
        xml.writeStartElement(prefix(name), name.local(), name.namespace());
    }

    private void attribute(Name name, String value) throws XMLStreamException {
        xml.writeAttribute(prefix(name), name.namespace(), name.local(), XmlSink.writable(value));
    }

    private String prefix(Name name) {
        return prefixes.getOrDefault(name.namespace(), "");
    }

    private String written(Name name) {
        String prefix = prefix(name);
        return prefix.isEmpty() ? name.local() : prefix + ":" + name.local();
    }

    private String selector(Selector selector) {
        StringBuilder text = new StringBuilder();
        selector.id().ifPresent(id -> text.append("id(").append(quoted(id)).append(')'));
        for (Step step : selector.steps()) {
            text.append(text.isEmpty() ? "" : "/")
                    .append(step.names().isEmpty() ? "*" : written(step.names().get(0)));
            step.predicates()
                    .forEach(predicate ->
                            text.append('[').append(predicate(predicate)).append(']'));
        }
        String end = end(selector.end());
        return end.isEmpty()
                ? text.toString()
                : text.append(text.isEmpty() ? "" : "/").append(end).toString();
    }

    private String predicate(Predicate predicate) {
        if (predicate instanceof Predicate.OfAttribute of) {
            return "@" + written(of.attribute()) + "=" + quoted(of.value());
        }
        if (predicate instanceof Predicate.OfChild of) {
            return written(of.child()) + "=" + quoted(of.text());
        }
        return predicate instanceof Predicate.At at
                ? Integer.toString(at.number())
                : ".=" + quoted(((Predicate.OfText) predicate).text());
    }

    private String end(End end) {
        if (end instanceof End.OfAttribute attribute) {
            return "@" + written(attribute.name());
        }
        if (end instanceof End.OfNamespace namespace) {
            return "namespace::" + namespace.prefix();
        }
        if (!(end instanceof End.OfNode node)) {
            return "";
        }
        String place = node.place() == 0 ? "" : "[" + node.place() + "]";
        if (node.kind() instanceof End.Kind.OfInstruction instruction) {
            return "processing-instruction("
                    + instruction.target().map(DiffWriter::quoted).orElse("") + ")" + place;
        }
        return (node.kind() instanceof End.Kind.OfText ? "text()" : "comment()") + place;
    }

    private static String quoted(String literal) {
        if (literal.indexOf('\'') < 0) {
            return "'" + literal + "'";
        }
        if (literal.indexOf('"') < 0) {
            return "\"" + literal + "\"";
        }
        throw new IllegalArgumentException("no literal holds both quotes: " + literal);
    }
}
