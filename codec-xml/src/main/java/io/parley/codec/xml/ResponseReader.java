package io.parley.codec.xml;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.identity.Version;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** From bytes to one response (RFC 6503 section 5.2). */
final class ResponseReader {

    private static final Pattern THREE_DIGITS = Pattern.compile("[0-9]{3}");

    private final Binding<ResponseParameters> binding;

    ResponseReader(Binding<ResponseParameters> binding) {
        this.binding = binding;
    }

    CcmpResponse read(XmlSource source, byte[] bytes) throws UnreadableException {
        return source.read(bytes, this::read);
    }

    private CcmpResponse read(XMLStreamReader xml) throws XMLStreamException, UnreadableException {
        MessageReader reader = new MessageReader(xml, Direction.RESPONSE);
        ResponseParameters parameters = binding.read(reader, started -> {});
        Unbound message = reader.unbound();
        if (message.fault().isPresent()) {
            throw UnreadableException.because(message.fault().get());
        }
        String number = Parameter.secret(parameters.responseCode).orElse("");
        if (!THREE_DIGITS.matcher(number).matches() || number.equals("000")) {
            throw UnreadableException.because(
                    "response-code '" + number + "' is not a positive number of three digits");
        }
        Optional<ResponseCode> code = ResponseCode.of(Integer.parseInt(number));
        String words = Optional.ofNullable(parameters.responseString).orElse("");
        return new CcmpResponse(
                message.message(),
                Parameter.secret(parameters.confUserID).orElse(""),
                Parameter.token(parameters.confObjID),
                operation(parameters),
                code.orElse(ResponseCode.SERVER_INTERNAL_ERROR),
                code.isPresent() ? words : ("response-code " + number + ": " + words).strip(),
                version(parameters),
                message.message().map(kind -> body(kind, message, parameters)).orElseGet(Body::none));
    }

    private static Optional<Operation> operation(ResponseParameters parameters) throws UnreadableException {
        Optional<String> word = Parameter.secret(parameters.operation);
        Optional<Operation> operation = word.flatMap(Operation::of);
        if (word.isPresent() && operation.isEmpty()) {
            throw UnreadableException.because("operation '" + word.get() + "' is unknown");
        }
        return operation;
    }

    private static Optional<Version> version(ResponseParameters parameters) throws UnreadableException {
        Optional<String> number = Parameter.secret(parameters.version);
        Optional<Version> version = number.flatMap(Parameter::version);
        if (number.isPresent() && version.isEmpty()) {
            throw UnreadableException.because("version '" + number.get() + "' is not a positive integer");
        }
        return version;
    }

    private static Body body(Message kind, Unbound message, ResponseParameters parameters) {
        Optional<SpecialisedParameters> specialised = Optional.ofNullable(parameters.specialised);
        return switch (kind.content()) {
            case LIST, INFO -> message.info().<Body>map(Body.Info::new).orElseGet(Body::none);
            case EXTENSION ->
                new Body.Extension(
                        specialised
                                .flatMap(part -> Parameter.token(part.extensionName))
                                .orElse(""),
                        message.extension());
            case OPTIONS ->
                specialised
                        .flatMap(part -> Optional.ofNullable(part.options))
                        .<Body>map(OptionsParameters::options)
                        .orElseGet(Body::none);
        };
    }
}
