package io.parley.ccmp;

import io.parley.conference.Outcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code optionsRequest} (RFC 6503 section 5.3.12), answered from the table by which requests are dispatched. */
final class RetrieveOptions implements CcmpOperation {

    @Override
    public Outcome<CcmpResponse> accept(Deliberation deliberation) {
        List<Options.StandardMessage> standard = new ArrayList<>();
        for (Message message : Message.values()) {
            Set<Operation> offered = deliberation.surroundings().table().offered(message);
            if (message.isStandard() && !offered.isEmpty()) {
                Set<Operation> listed = message.needsOperation() ? offered : EnumSet.noneOf(Operation.class);
                standard.add(new Options.StandardMessage(message, listed, Optional.empty()));
            }
        }
        return Outcome.unchanged(deliberation.success().body(new Options(standard, extended(deliberation))));
    }

    private static List<Options.ExtendedMessage> extended(Deliberation deliberation) {
        if (deliberation.surroundings().table().offered(Message.EXTENDED).isEmpty()) {
            return List.of();
        }
        return deliberation.surroundings().extensions().values().stream()
                .distinct()
                .map(extension -> new Options.ExtendedMessage(
                        extension.name(),
                        extension.operations(),
                        extension.schemaDefinition(),
                        extension.description()))
                .toList();
    }
}
