package io.parley.codec.xml;

import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.Options;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code options} of a response (RFC 6503 section 5.3.12), in the order of the schema. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = {"standard", "extended"})
final class OptionsParameters {
    @XmlElementWrapper(name = "standard-message-list")
    @XmlElement(name = "standard-message")
    @Nullable
    List<DescribedMessage> standard;

    @XmlElementWrapper(name = "extended-message-list")
    @XmlElement(name = "extended-message")
    @Nullable
    List<DescribedMessage> extended;

    /** An entry of either list. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(propOrder = {"name", "operations", "schemaDefinition", "description"})
    static final class DescribedMessage {
        @Nullable
        String name;

        @XmlElementWrapper(name = "operations")
        @XmlElement(name = "operation")
        @Nullable
        List<String> operations;

        @XmlElement(name = "schema-def")
        @Nullable
        String schemaDefinition;

        @Nullable
        String description;

        private Set<Operation> known() {
            return present(operations).stream()
                    .flatMap(word -> Operation.of(Words.trimmed(word)).stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** The parameters that say what {@code options} say. */
    static OptionsParameters of(Options options) {
        OptionsParameters parameters = new OptionsParameters();
        parameters.standard = new ArrayList<>();
        for (Options.StandardMessage message : options.standard()) {
            if (!message.message().isStandard()) {
                throw new IllegalArgumentException(message.message() + " is not among the standard messages");
            }
            parameters.standard.add(described(
                    message.message().requestName(), message.operations(), Optional.empty(), message.description()));
        }
        if (parameters.standard.isEmpty()) {
            throw new IllegalArgumentException("options without a standard message");
        }
        if (!options.extended().isEmpty()) {
            parameters.extended = new ArrayList<>();
            for (Options.ExtendedMessage message : options.extended()) {
                parameters.extended.add(described(
                        message.name(),
                        message.operations(),
                        Optional.of(message.schemaDefinition()),
                        message.description()));
            }
        }
        return parameters;
    }

    private static DescribedMessage described(
            String name, Set<Operation> operations, Optional<String> schemaDefinition, Optional<String> description) {
        DescribedMessage described = new DescribedMessage();
        described.name = name;
        if (!operations.isEmpty()) {
            described.operations =
                    operations.stream().sorted().map(Operation::word).toList();
        }
        described.schemaDefinition = schemaDefinition.orElse(null);
        described.description = description.orElse(null);
        return described;
    }

    /** What these parameters say; messages that are not among the standard ones are passed over. */
    Options options() {
        List<Options.StandardMessage> known = new ArrayList<>();
        for (DescribedMessage message : present(standard)) {
            Parameter.token(message.name)
                    .flatMap(Message::ofRequest)
                    .filter(Message::isStandard)
                    .ifPresent(kind -> known.add(new Options.StandardMessage(
                            kind, message.known(), Optional.ofNullable(message.description))));
        }
        List<Options.ExtendedMessage> extensions = new ArrayList<>();
        for (DescribedMessage message : present(extended)) {
            extensions.add(new Options.ExtendedMessage(
                    Parameter.token(message.name).orElse(""),
                    message.known(),
                    Parameter.token(message.schemaDefinition).orElse(""),
                    Optional.ofNullable(message.description)));
        }
        return new Options(known, extensions);
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
