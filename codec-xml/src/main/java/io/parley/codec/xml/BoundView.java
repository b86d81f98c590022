package io.parley.codec.xml;

import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** What the binding sees of an element: a name without namespace, no attribute, no declaration. */
abstract class BoundView extends StreamReaderDelegate {

    private String name;

    BoundView(XMLStreamReader xml, String name) {
        super(xml);
        this.name = name;
    }

    /** Sets the name of the element that begins or ends here; an interned one, since the binding compares names by identity. */
    final void show(String elementName) {
        this.name = elementName;
    }

    @Override
    public final String getLocalName() {
        return name;
    }

    @Override
    public final String getNamespaceURI() {
        return "";
    }

    @Override
    public final String getPrefix() {
        return "";
    }

    @Override
    public final int getAttributeCount() {
        return 0;
    }

    @Override
    public final int getNamespaceCount() {
        return 0;
    }
}
