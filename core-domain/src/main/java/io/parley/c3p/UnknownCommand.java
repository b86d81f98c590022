package io.parley.c3p;

import io.parley.document.Element;
import io.parley.identity.SipUri;
import java.util.Optional;

/**
 * A command that the schema does not know, which is answered with {@code notSupported}.
 *
 * @param element the element as it came
 */
public record UnknownCommand(Element element) implements Command {

    @Override
    public String name() {
        return element.name().local();
    }

    @Override
    public Optional<SipUri> confEntity() {
        return Optional.empty();
    }
}
