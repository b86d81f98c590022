package io.parley.codec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.conference.Conferences;
import io.parley.document.Element;
import io.parley.identity.Version;
import io.parley.identity.XconUri;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What the codec remembers of messages makes no difference. */
class KnownMessagesTest {

    private static final CcmpCodec CODEC = new CcmpCodec(Limits.defaults());
    private static final String ALICE = "xcon-userid:alice@example.com";

    @Provide
    Arbitrary<CcmpRequest> requests() {
        return Arbitraries.of(Message.class).flatMap(CodecArbitraries::requests);
    }

    @Provide
    Arbitrary<CcmpResponse> responses() {
        return Arbitraries.of(Message.class).flatMap(CodecArbitraries::responses);
    }

    /** Answers to retrieves, whose sender and object may hold what XML has to escape. */
    @Provide
    Arbitrary<CcmpResponse> retrieved() {
        Arbitrary<String> names =
                Arbitraries.of(ALICE, "xcon-userid:a&b@example.com", "<version>", "", "\u00e9@example.com");
        return Combinators.combine(
                        Arbitraries.of(Message.CONF, Message.BLUEPRINT, Message.SIDEBAR_BY_VAL),
                        names,
                        names.optional(),
                        CodecArbitraries.documents(),
                        Arbitraries.longs()
                                .between(1, Long.MAX_VALUE)
                                .map(Version::new)
                                .optional())
                .as((message, user, object, document, version) -> {
                    CcmpRequest request = CcmpRequest.of(message, user).operation(Operation.RETRIEVE);
                    CcmpResponse response = CcmpResponse.to(
                            object.map(request::on).orElse(request),
                            ResponseCode.SUCCESS,
                            ResponseCode.SUCCESS.words());
                    return version.map(response::version).orElse(response).body(new Body.Info(document));
                });
    }

    @Property(tries = 300)
    void aRequestThatComesAgainIsReadAlike(@ForAll("requests") CcmpRequest request, @ForAll Dialect dialect) {
        byte[] message = CODEC.writeRequest(request, dialect);
        assertThat(CODEC.readRequest(message)).isEqualTo(CODEC.readRequest(message.clone()));
        assertThat(CODEC.readRequest(message)).isEqualTo(new Reading.Read(request, dialect));
    }

    @Property(tries = 300)
    void whatIsPutTogetherIsWhatIsWrittenAsAWhole(@ForAll("responses") CcmpResponse response, @ForAll Dialect dialect) {
        assertThat(CODEC.writeResponse(response, dialect)).isEqualTo(CODEC.write(response, dialect));
    }

    @Property(tries = 300)
    void aRetrievedDocumentLooksTheSameToEverybody(
            @ForAll("retrieved") CcmpResponse response, @ForAll Dialect dialect) {
        byte[] written = CODEC.writeResponse(response, dialect);
        assertThat(text(written)).isEqualTo(text(CODEC.write(response, dialect)));
        assertThat(CODEC.writeResponse(response, dialect)).isEqualTo(written);
    }

    @Test
    void anotherRequestOfTheSameLengthIsAnother() {
        byte[] one = CODEC.writeRequest(retrieve("xcon:1@example.com"), Dialect.RFC_6503);
        byte[] two = CODEC.writeRequest(retrieve("xcon:2@example.com"), Dialect.RFC_6503);
        assertThat(CODEC.readRequest(one)).isNotEqualTo(CODEC.readRequest(two));
    }

    @Test
    void aDocumentIsWrittenUnderTheNameThatItsMessageHasForIt() {
        Element document = Conferences.changes(XconUri.of("xcon:5@example.com"))
                .title("Five")
                .build();
        assertThat(text(told(Message.CONF, document))).contains("<confInfo entity=\"xcon:5@example.com\">");
        assertThat(text(told(Message.BLUEPRINT, document))).contains("<blueprintInfo entity=\"xcon:5@example.com\">");
        assertThat(text(told(Message.CONF, document))).contains("<confInfo entity=\"xcon:5@example.com\">");
    }

    private static byte[] told(Message message, Element document) {
        CcmpRequest request =
                CcmpRequest.of(message, ALICE).on("xcon:5@example.com").operation(Operation.RETRIEVE);
        return CODEC.writeResponse(
                CcmpResponse.to(request, ResponseCode.SUCCESS, ResponseCode.SUCCESS.words())
                        .body(new Body.Info(document)),
                Dialect.RFC_6503);
    }

    private static CcmpRequest retrieve(String object) {
        return CcmpRequest.of(Message.CONF, ALICE).on(object).operation(Operation.RETRIEVE);
    }

    private static String text(byte[] message) {
        return new String(message, StandardCharsets.UTF_8);
    }
}
