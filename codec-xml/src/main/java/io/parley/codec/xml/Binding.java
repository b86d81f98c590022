package io.parley.codec.xml;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import jakarta.xml.bind.Unmarshaller;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The parameters of one direction as Jakarta XML Binding reads and writes them. One context for the life of the codec, one unmarshaller
 * or marshaller for each message.
 */
final class Binding<P> {

    private final Class<P> parameters;
    private final QName element;
    private final JAXBContext context;

    Binding(Direction direction, Class<P> parameters) {
        this.parameters = parameters;
        this.element = new QName(direction.element());
        try {
            this.context = JAXBContext.newInstance(parameters);
        } catch (JAXBException noImplementation) {
            throw new IllegalStateException("Jakarta XML Binding is not available", noImplementation);
        }
    }

    /**
     * Reads the inner element of a message, to the end of the message. {@code started} is given the parameters before the first of
     * them is read, so that those before a fault are known.
     */
    P read(MessageReader message, Consumer<P> started) throws XMLStreamException {
        try {
            Unmarshaller unmarshaller = context.createUnmarshaller();
            unmarshaller.setListener(new Unmarshaller.Listener() {
                @Override
                public void beforeUnmarshal(Object target, Object parent) {
                    if (parameters.isInstance(target)) {
                        started.accept(parameters.cast(target));
                    }
                }
            });
            return unmarshaller.unmarshal(message, parameters).getValue();
        } catch (JAXBException refused) {
            if (refused.getLinkedException() instanceof XMLStreamException illFormed) {
                throw illFormed;
            }
            throw new XMLStreamException(String.valueOf(refused.getMessage()), refused);
        }
    }

    /** Writes the inner element of a message. */
    void write(P message, XMLStreamWriter xml) throws XMLStreamException {
        try {
            Marshaller marshaller = context.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
            marshaller.marshal(new JAXBElement<>(element, parameters, message), xml);
        } catch (JAXBException refused) {
            if (refused.getLinkedException() instanceof XMLStreamException cause) {
                throw cause;
            }
            throw new XMLStreamException(String.valueOf(refused.getMessage()), refused);
        }
    }
}
