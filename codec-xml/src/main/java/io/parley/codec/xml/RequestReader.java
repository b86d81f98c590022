package io.parley.codec.xml;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.MalformedRequest;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.Subject;
import io.parley.identity.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** From bytes to one request (RFC 6503 section 5.1), or to as much of it as can be understood. */
final class RequestReader {

    private final Binding<RequestParameters> binding;
    private Dialect dialect = Dialect.RFC_6503;
    private RequestParameters parameters = new RequestParameters();

    RequestReader(Binding<RequestParameters> binding) {
        this.binding = binding;
    }

    Reading read(XmlSource source, byte[] bytes) {
        try {
            return source.read(bytes, this::read);
        } catch (UnreadableException unreadable) {
            return malformed(Optional.empty(), unreadable.getMessage());
        }
    }

    private Reading read(XMLStreamReader xml) throws XMLStreamException, UnreadableException {
        dialect = Dialect.of(ElementReader.name(xml).namespace()).orElse(Dialect.RFC_6503);
        MessageReader reader = new MessageReader(xml, Direction.REQUEST);
        binding.read(reader, started -> parameters = started);
        Unbound message = reader.unbound();
        Optional<Operation> operation = operation(message);
        Optional<Version> version = version(message);
        if (message.message().isEmpty()) {
            message.refuse("neither xsi:type nor a specialised element says what is requested");
        }
        Body body = message.message().map(kind -> body(kind, message)).orElseGet(Body::none);
        if (message.fault().isPresent()) {
            return malformed(message.message(), message.fault().get());
        }
        CcmpRequest request = new CcmpRequest(
                message.message().orElseThrow(),
                Optional.ofNullable(parameters.subject).map(RequestReader::subject),
                Parameter.token(parameters.confUserID),
                Parameter.token(parameters.confObjID),
                operation,
                Parameter.secret(parameters.conferencePassword),
                version,
                body,
                message.foreign());
        return new Reading.Read(request, dialect);
    }

    private Reading malformed(Optional<Message> message, String reason) {
        MalformedRequest fault = new MalformedRequest(
                message,
                Parameter.token(parameters.confUserID),
                Parameter.token(parameters.confObjID),
                Parameter.token(parameters.operation).flatMap(Operation::of),
                Words.presentable(reason));
        return new Reading.Unreadable(fault, dialect);
    }

    private Optional<Operation> operation(Unbound message) {
        Optional<String> word = Parameter.secret(parameters.operation);
        Optional<Operation> operation = word.flatMap(Operation::of);
        if (word.isPresent() && operation.isEmpty()) {
            message.refuse("operation '" + word.get() + "' is not one of retrieve, create, update, delete");
        }
        return operation;
    }

    private Optional<Version> version(Unbound message) {
        Optional<String> number = Parameter.secret(parameters.version);
        Optional<Version> version = number.flatMap(Parameter::version);
        if (number.isPresent() && version.isEmpty()) {
            message.refuse("version '" + number.get() + "' is not a positive integer");
        }
        return version;
    }

    private static Subject subject(SubjectParameters subject) {
        return new Subject(
                Parameter.secret(subject.username),
                Parameter.secret(subject.password).or(() -> Parameter.secret(subject.conferencePassword)));
    }

    private Body body(Message kind, Unbound message) {
        return switch (kind.content()) {
            case LIST -> filter(parameters.specialised, message.prefixes());
            case INFO -> message.info().<Body>map(Body.Info::new).orElseGet(Body::none);
            case EXTENSION -> extension(message);
            case OPTIONS -> Body.none();
        };
    }

    private static Body filter(@Nullable SpecialisedParameters specialised, Map<String, String> inScope) {
        Optional<String> xpath = Optional.ofNullable(specialised).flatMap(part -> Parameter.token(part.xpathFilter));
        if (xpath.isEmpty()) {
            return Body.none();
        }
        Map<String, String> used = new HashMap<>(inScope);
        used.keySet().removeIf(prefix -> !xpath.get().contains(prefix + ":"));
        return new Body.Filter(xpath.get(), used);
    }

    private Body extension(Unbound message) {
        Optional<String> name =
                Optional.ofNullable(parameters.specialised).flatMap(part -> Parameter.token(part.extensionName));
        if (name.isEmpty()) {
            message.refuse("extendedRequest without extensionName");
        }
        return new Body.Extension(name.orElse(""), message.extension());
    }
}
