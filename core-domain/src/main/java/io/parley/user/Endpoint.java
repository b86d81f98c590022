package io.parley.user;

import io.parley.document.Attributes;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Name;
import java.util.List;
import java.util.Optional;

/**
 * A device by which a user takes part (RFC 6501 section 4.6.5.6, RFC 4575 section 5.7).
 *
 * @param element the {@code endpoint} element
 */
public record Endpoint(Element element) implements View {

    /** Begins the endpoint of that URI. */
    public static EndpointBuilder builder(String entity) {
        return new EndpointBuilder(entity);
    }

    /** The URI of the device, which is also its key. */
    public String entity() {
        return attribute(Attributes.ENTITY).orElse("");
    }

    /** The name for humans. */
    public Optional<String> displayName() {
        return text(Info.DISPLAY_TEXT);
    }

    /** How far it is in its session, a word of {@link EndpointStatus}. */
    public Optional<String> status() {
        return text(Info.STATUS);
    }

    /** How it came in, a word of {@link JoiningMethod}. */
    public Optional<String> joiningMethod() {
        return text(Info.JOINING_METHOD);
    }

    /** How it left, a word of {@link DisconnectionMethod}. */
    public Optional<String> disconnectionMethod() {
        return text(Info.DISCONNECTION_METHOD);
    }

    /** When and by whom it was referred to the conference. */
    public Optional<Execution> referred() {
        return execution(Info.REFERRED);
    }

    /** When and by whom it was brought in. */
    public Optional<Execution> joiningInfo() {
        return execution(Info.JOINING_INFO);
    }

    /** When, why and by whom it was disconnected. */
    public Optional<Execution> disconnectionInfo() {
        return execution(Info.DISCONNECTION_INFO);
    }

    /** Its streams. */
    public List<EndpointMedia> media() {
        return entries(EndpointMedia::new, Info.MEDIA);
    }

    /** The stream of that identifier. */
    public Optional<EndpointMedia> media(String id) {
        return element.entry(Info.MEDIA, id).map(EndpointMedia::new);
    }

    private Optional<Execution> execution(Name name) {
        return element.child(name).map(Execution::new);
    }
}
