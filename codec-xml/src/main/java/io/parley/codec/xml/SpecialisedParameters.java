package io.parley.codec.xml;

import io.parley.ccmp.Body;
import io.parley.ccmp.Message;
import io.parley.ccmp.Options;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/**
 * The specialised element of a message, whose name varies with it, without the Info parameter and foreign elements: those never pass
 * through the binding.
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"xpathFilter", "extensionName", "options"})
final class SpecialisedParameters {

    /** The name under which the binding knows this element. */
    static final String NAME = "specialised";

    @Nullable
    String xpathFilter;

    @Nullable
    String extensionName;

    @Nullable
    OptionsParameters options;

    /** The parameters for {@code body}; an {@link IllegalArgumentException} if it is none of that message. */
    static SpecialisedParameters of(Message message, Body body) {
        SpecialisedParameters parameters = new SpecialisedParameters();
        if (body instanceof Body.Filter filter && message.content() == Message.Content.LIST) {
            parameters.xpathFilter = filter.xpath();
        } else if (body instanceof Body.Extension extension && message == Message.EXTENDED) {
            parameters.extensionName = extension.extensionName();
        } else if (body instanceof Options given && message == Message.OPTIONS) {
            parameters.options = OptionsParameters.of(given);
        } else if (body instanceof Body.None && message == Message.EXTENDED) {
            parameters.extensionName = "";
        } else if (!(body instanceof Body.None
                || body instanceof Body.Info && message.infoType().isPresent())) {
            throw new IllegalArgumentException(message + " cannot hold " + body);
        }
        return parameters;
    }
}
