package io.parley.codec.xml;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.Options;
import io.parley.ccmp.ResponseCode;
import io.parley.ccmp.Subject;
import io.parley.codec.xml.DocumentGrower.Kind;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Schema;
import io.parley.identity.Version;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Documents and messages of every kind. Each is grown from a seed and a richness, which is what shrinks. */
final class CodecArbitraries {

    private static final List<String> WORDS = List.of("alice", "a b", "<&>\"'", "Zoë \uD83D\uDE00", "");
    private static final List<String> TOKENS = List.of("xcon:1@example.com", "xcon-userid:alice@example.com", "a&b<c>");

    private CodecArbitraries() {}

    /** Documents with foreign content and {@code state}. */
    static Arbitrary<Element> documents() {
        return grown(Kind.DOCUMENT, growth -> growth.element(Schema.CONFERENCE_INFO));
    }

    /** Documents that both schemas of RFC 6501 admit. */
    static Arbitrary<Element> validDocuments() {
        return grown(Kind.VALID, growth -> growth.element(Schema.CONFERENCE_INFO));
    }

    /** Requests of all kinds. */
    static Arbitrary<CcmpRequest> requests(Message message) {
        return grown(Kind.ANY, growth -> growth.request(message));
    }

    /** Responses of all kinds, with foreign content. */
    static Arbitrary<CcmpResponse> responses(Message message) {
        return grown(Kind.STATELESS, growth -> growth.response(message));
    }

    /** Responses without foreign content, whose documents both schemas admit. */
    static Arbitrary<CcmpResponse> validResponses(Message message) {
        return grown(Kind.VALID, growth -> growth.response(message));
    }

    /** Requests without foreign content, whose documents both schemas admit. */
    static Arbitrary<CcmpRequest> validRequests(Message message) {
        return grown(Kind.VALID, growth -> growth.request(message));
    }

    private static <T> Arbitrary<T> grown(Kind kind, Function<Growth, T> what) {
        return Combinators.combine(Arbitraries.integers().between(0, 4), Arbitraries.longs())
                .as((richness, seed) -> what.apply(new Growth(new Random(seed), richness, kind)));
    }

    private static final class Growth {
        private final Random random;
        private final Kind kind;
        private final DocumentGrower grower;

        Growth(Random random, int richness, Kind kind) {
            this.random = random;
            this.kind = kind;
            this.grower = new DocumentGrower(random, richness, kind);
        }

        Element element(ElementType type) {
            return grower.element(type);
        }

        CcmpRequest request(Message message) {
            return new CcmpRequest(
                    message,
                    maybe(() -> new Subject(maybe(() -> pick(WORDS)), maybe(() -> pick(WORDS)))),
                    maybe(() -> pick(TOKENS)),
                    maybe(() -> pick(TOKENS)),
                    maybe(() -> pick(List.of(Operation.values()))),
                    maybe(() -> pick(WORDS)),
                    kind == Kind.VALID ? Optional.empty() : maybe(() -> new Version(1 + random.nextInt(99))),
                    switch (message.content()) {
                        case LIST -> random.nextBoolean() ? Body.none() : filter();
                        case INFO -> random.nextBoolean() ? Body.none() : info(message);
                        case EXTENSION -> new Body.Extension("x", foreign());
                        case OPTIONS -> Body.none();
                    },
                    foreign());
        }

        CcmpResponse response(Message message) {
            return new CcmpResponse(
                    Optional.of(message),
                    random.nextBoolean() ? "" : pick(TOKENS),
                    maybe(() -> pick(TOKENS)),
                    maybe(() -> pick(List.of(Operation.values()))),
                    pick(List.of(ResponseCode.values())),
                    pick(WORDS),
                    maybe(() -> new Version(1 + random.nextInt(99))),
                    switch (message.content()) {
                        case LIST, INFO -> random.nextBoolean() ? Body.none() : info(message);
                        case EXTENSION -> new Body.Extension("x", foreign());
                        case OPTIONS -> random.nextBoolean() ? Body.none() : options();
                    });
        }

        private Body info(Message message) {
            Element element = element(message.infoType().orElseThrow());
            boolean isEmptyList = message.content() == Message.Content.LIST
                    && !element.children(Info.ENTRY).iterator().hasNext();
            return isEmptyList ? Body.none() : new Body.Info(element);
        }

        private static Body filter() {
            return new Body.Filter(
                    "/info:conference-info[y:a < '\u00e9' and x:b = \"&\"]",
                    Map.of(
                            "info",
                            "urn:ietf:params:xml:ns:conference-info",
                            "x",
                            "urn:example:x",
                            "y",
                            "urn:example:y"));
        }

        private Options options() {
            List<Options.StandardMessage> standard = new ArrayList<>();
            for (Message message : Message.values()) {
                if (message.isStandard() && (standard.isEmpty() || random.nextBoolean())) {
                    standard.add(new Options.StandardMessage(message, operations(), maybe(() -> pick(WORDS))));
                }
            }
            List<Options.ExtendedMessage> extended = new ArrayList<>();
            for (int count = random.nextInt(kind == Kind.VALID ? 2 : 3); count > 0; count--) {
                extended.add(
                        new Options.ExtendedMessage("name", operations(), "http://x/?a&b", maybe(() -> pick(WORDS))));
            }
            return new Options(standard, extended);
        }

        private Set<Operation> operations() {
            Set<Operation> operations = EnumSet.noneOf(Operation.class);
            for (Operation operation : Operation.values()) {
                if (random.nextBoolean()) {
                    operations.add(operation);
                }
            }
            return operations;
        }

        private List<Element> foreign() {
            List<Element> elements = new ArrayList<>();
            for (int count = kind == Kind.VALID ? 0 : random.nextInt(3); count > 0; count--) {
                elements.add(element(ElementType.foreign(grower.foreignName())));
            }
            return elements;
        }

        private <T> Optional<T> maybe(Supplier<T> value) {
            return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
        }

        private <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
