package io.parley.http.client;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.OperationTable;
import io.parley.ccmp.Options;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a server says that it can do (RFC 6503 section 5.3.12).
 *
 * @param options its own words
 */
public record Capabilities(Options options) {

    /** What {@code response} tells; empty if it is no accepted {@code optionsResponse}. */
    public static Optional<Capabilities> of(CcmpResponse response) {
        return response.isSuccess() && response.body() instanceof Options told
                ? Optional.of(new Capabilities(told))
                : Optional.empty();
    }

    /** Whether it knows that message. */
    public boolean supports(Message message) {
        return switch (message.content()) {
            case OPTIONS -> true;
            case EXTENSION -> !options.extended().isEmpty();
            case LIST, INFO -> standard(message).isPresent();
        };
    }

    /**
     * What can be done by that message: all that RFC 6503 has for it where the server names none, nothing where it does not know the
     * message. For a list that is to retrieve it.
     */
    public Set<Operation> operations(Message message) {
        Optional<Options.StandardMessage> known = standard(message);
        if (known.isEmpty()) {
            return Set.of();
        }
        return known.get().operations().isEmpty() ? all(message) : known.get().operations();
    }

    /** The extensions, each with its name and the address of its schema. */
    public List<Options.ExtendedMessage> extensions() {
        return options.extended();
    }

    /** Why the server would not do what {@code request} asks for; empty if it would. */
    public Optional<String> refusal(CcmpRequest request) {
        Message message = request.message();
        if (!supports(message)) {
            return Optional.of("the server does not support " + message);
        }
        return request.operation()
                .filter(what -> message.isStandard() && !operations(message).contains(what))
                .map(what -> "the server supports " + message + " without " + what.word());
    }

    private Optional<Options.StandardMessage> standard(Message message) {
        return options.standard().stream().filter(it -> it.message() == message).findFirst();
    }

    private static Set<Operation> all(Message message) {
        Set<Operation> all = EnumSet.noneOf(Operation.class);
        OperationTable.rows().stream().filter(row -> row.message() == message).forEach(row -> all.add(row.operation()));
        return all;
    }
}
