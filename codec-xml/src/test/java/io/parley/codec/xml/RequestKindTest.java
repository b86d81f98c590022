package io.parley.codec.xml;

import static io.parley.codec.xml.Written.CCMP;
import static io.parley.codec.xml.Written.SENDER;
import static io.parley.codec.xml.Written.envelope;
import static io.parley.codec.xml.Written.fault;
import static io.parley.codec.xml.Written.read;
import static io.parley.codec.xml.Written.reading;
import static io.parley.codec.xml.Written.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.MalformedRequest;
import io.parley.ccmp.Message;
import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What says which of the twelve messages a request is (RFC 6503 section 11). */
class RequestKindTest {

    private static final String WITHOUT_TYPE = "";

    @Test
    @Requirement("CCMP-11-01")
    void theRootIsCcmpRequestOfTheCcmpNamespace() {
        String message = request("conf", SENDER);
        assertThat(read(message).message()).isEqualTo(Message.CONF);
        assertThat(fault(message.replace(CCMP, "urn:example:other")).message()).isEmpty();
        assertThat(fault(message.replace("ccmp:ccmpRequest", "ccmp:ccmpResponse"))
                        .reason())
                .contains("ccmpRequest");
        assertThat(fault("<ccmpRequest/>").reason()).contains("ccmpRequest");
        assertThat(fault("<x:html xmlns:x='urn:x'/>")).satisfies(fault -> {
            assertThat(fault.message()).isEmpty();
            assertThat(fault.confUserId()).isEmpty();
        });
    }

    @Test
    @Requirement("CCMP-11-01")
    void theInnerElementHasNoNamespace() {
        String message = request("conf", SENDER);
        String qualified =
                message.replace("<ccmpRequest", "<ccmp:ccmpRequest").replace("</ccmpRequest", "</ccmp:ccmpRequest");
        assertThat(fault(qualified)).satisfies(fault -> {
            assertThat(fault.message()).isEmpty();
            assertThat(fault.reason()).contains("without namespace");
        });
        assertThat(fault(message.replace(" xmlns:x=", " xmlns=\"urn:example:default\" xmlns:x="))
                        .message())
                .isEmpty();
    }

    @Test
    @Requirement("CCMP-11-01")
    void theRootHoldsExactlyOneElement() {
        assertThat(fault("<ccmp:ccmpRequest xmlns:ccmp=\"" + CCMP + "\"/>").reason())
                .contains("empty");
        String twice = request("conf", SENDER).replace("</ccmp:ccmpRequest>", "<ccmpRequest/></ccmp:ccmpRequest>");
        assertThat(fault(twice)).satisfies(fault -> {
            assertThat(fault.message()).contains(Message.CONF);
            assertThat(fault.reason()).contains("second element");
        });
    }

    @ParameterizedTest
    @EnumSource(Message.class)
    @Requirement("CCMP-D1-05")
    void theTypeAloneDecides(Message message) {
        String text = request(message.requestType().replace("ccmp-", "").replace("-request-message-type", ""), SENDER);
        if (message == Message.EXTENDED) {
            assertThat(fault(text).message()).contains(Message.EXTENDED);
        } else {
            assertThat(read(text).message()).isEqualTo(message);
            assertThat(read(text).body()).isEqualTo(Body.none());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Message.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OPTIONS", "EXTENDED"})
    @Requirement("CCMP-D1-04")
    void theSpecialisedElementAloneDecides(Message message) {
        assertThat(read(envelope(WITHOUT_TYPE, SENDER + "<ccmp:" + message.requestName() + "/>"))
                        .message())
                .isEqualTo(message);
    }

    @Test
    @Requirement("CCMP-D1-06")
    void theTwoMayNotDisagree() {
        MalformedRequest fault = fault(request("conf", SENDER + "<ccmp:userRequest/>"));
        assertThat(fault.message()).isEmpty();
        assertThat(fault.confUserId()).contains("xcon-userid:alice@example.com");
        assertThat(fault.reason()).contains("ccmp-conf-request-message-type", "userRequest");
    }

    @Test
    @Requirement("CCMP-D1-19")
    void withoutEitherTheRequestIsUntyped() {
        MalformedRequest fault = fault(envelope(WITHOUT_TYPE, SENDER));
        assertThat(fault.message()).isEmpty();
        assertThat(fault.confUserId()).contains("xcon-userid:alice@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ccmp:ccmp-conf-response-message-type",
                "ccmp:ccmp-request-message-type",
                "ccmp:confRequest",
                "ccmp:",
                "",
                "x:ccmp-conf-request-message-type",
                "unbound:ccmp-conf-request-message-type",
                "ccmp-conf-request-message-type"
            })
    void aTypeThatIsNoneIsNamed(String type) {
        MalformedRequest fault = fault(envelope(" xsi:type='" + type + "'", SENDER + "<ccmp:confRequest/>"));
        assertThat(fault.message()).contains(Message.CONF);
        assertThat(fault.reason()).contains("xsi:type '" + type + "'");
    }

    @Test
    @Requirement("CCMP-D1-03")
    void thePrefixOfTheTypeIsResolvedWhereItStands() {
        String type = " %s:type=' q1:ccmp-conf-request-message-type\n'";
        assertThat(read(envelope(" xmlns:q1='" + CCMP + "'" + type.formatted("xsi"), SENDER))
                        .message())
                .isEqualTo(Message.CONF);
        String otherXsi =
                " xmlns:i='http://www.w3.org/2001/XMLSchema-instance' xmlns:q1='urn:ietf:params:xml:ns:xcon:ccmp'";
        assertThat(read(envelope(otherXsi + type.formatted("i"), SENDER)).message())
                .isEqualTo(Message.CONF);
        assertThat(fault(envelope(" xmlns:q1='urn:example:x'" + type.formatted("xsi"), SENDER))
                        .message())
                .isEmpty();
    }

    @Test
    @Requirement("CCMP-D1-01")
    void theDialectIsThatOfTheRoot() {
        String message = request("conf", SENDER + "<ccmp:confRequest/>");
        assertThat(reading(message).dialect()).isEqualTo(Dialect.RFC_6503);
        String other = message.replace(CCMP, "urn:ietf:params:xml:ns:xcon:ccmp");
        assertThat(reading(other).dialect()).isEqualTo(Dialect.RFC_6504);
        assertThat(reading(other.replace("confUserID", "bogus"))).satisfies(reading -> {
            assertThat(reading).isInstanceOf(Reading.Unreadable.class);
            assertThat(reading.dialect()).isEqualTo(Dialect.RFC_6504);
        });
        assertThat(reading(other.replace("</ccmpRequest>", "")).dialect()).isEqualTo(Dialect.RFC_6504);
        assertThat(reading("garbage").dialect()).isEqualTo(Dialect.RFC_6503);
    }

    @Test
    @Requirement("CCMP-I-10")
    void anyPrefixDoes() {
        String message = request(
                "conf",
                SENDER + "<ccmp:confRequest><confInfo entity='xcon:1@example.com'>"
                        + "<info:users><xcon:join-handling>allow</xcon:join-handling></info:users>"
                        + "</confInfo></ccmp:confRequest>");
        String others = message.replaceAll("(xmlns:|<|</|\")ccmp([:=])", "$1a$2")
                .replaceAll("(xmlns:|<|</)info([:=])", "$1b.c$2")
                .replaceAll("(xmlns:|<|</)xcon([:=])", "$1xcon-conference-info$2");
        assertThat(read(others)).isEqualTo(read(message));
        String byDefault = message.replace("<confInfo", "<confInfo xmlns:d='urn:d'")
                .replace("<info:users>", "<users xmlns='urn:ietf:params:xml:ns:conference-info'>")
                .replace("</info:users>", "</users>");
        assertThat(read(byDefault)).isEqualTo(read(message));
    }

    @Test
    void optionsRequestHasNoElementOfItsOwn() {
        MalformedRequest fault = fault(request("options", SENDER + "<ccmp:optionsRequest/>"));
        assertThat(fault.message()).contains(Message.OPTIONS);
        assertThat(fault.reason()).contains("ccmp:optionsRequest");
    }

    @Test
    void aSecondSpecialisedElementIsRefused() {
        assertThat(fault(request("conf", SENDER + "<ccmp:confRequest/><ccmp:confRequest/>"))
                        .reason())
                .contains("second", "confRequest");
    }
}
