package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.BOB;
import static io.parley.examples.conformance.House.NOWHERE;
import static io.parley.examples.conformance.House.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.Body;
import io.parley.ccmp.CcmpExtension;
import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.identity.Version;
import io.parley.spec.Requirement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code extendedRequest} (RFC 6503 section 5.3.11) and the extension of section 6.9. */
class ExtensionTest {
    @Test
    @Requirement("CCMP-5.3.11-01")
    void withoutExtensionNameItIs400() {
        House house = House.open();

        for (Body body : new Body[] {Body.none(), new Body.Extension("", List.of())}) {
            CcmpResponse response =
                    house.ask(CcmpRequest.of(Message.EXTENDED, ALICE).body(body));
            assertThat(response.code()).isEqualTo(ResponseCode.BAD_REQUEST);
            assertThat(response.reason()).contains("extensionName");
        }
    }

    @Test
    @Requirement("CCMP-D3-10")
    void anUnknownExtensionIs501() {
        CcmpResponse response = House.open().ask(summary(ALICE, "nope"));

        assertThat(response.code()).isEqualTo(ResponseCode.NOT_IMPLEMENTED);
        assertThat(response.reason()).contains("nope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confSummaryRequest", "nope"})
    @Requirement("CCMP-5.3.11-02")
    void theResponseCarriesTheExtensionName(String name) {
        House house = House.open();

        CcmpResponse response = house.ask(summary(ALICE, name).on(house.conferenceOf(ALICE)));

        assertThat(((Body.Extension) response.body()).extensionName()).isEqualTo(name);
    }

    @Test
    @Requirement("CCMP-5.3.11-03")
    void whatTheRequestHoldsReachesTheExtensionUnchanged() {
        House house = House.open(parley -> parley.extension(new Echo()));
        List<Element> content = Documents.read(
                        "<info:conference-info entity='xcon:x@y'><x:question x:kind='a'>How <x:b>many</x:b>?</x:question>"
                                + "</info:conference-info>")
                .elements();

        CcmpResponse response =
                house.done(CcmpRequest.of(Message.EXTENDED, ALICE).body(new Body.Extension("echo", content)));

        assertThat(response.body()).isEqualTo(new Body.Extension("echo", content));
    }

    @Test
    @Requirement("CCMP-5.3.11-05")
    void theCommonParametersKeepTheirMeaning() {
        House house = House.closed(parley -> parley);
        String conference = house.conferenceOf(ALICE);

        assertThat(house.ask(summary("xcon-userid:nobody@example.com", "confSummaryRequest")
                                .on(conference))
                        .code())
                .isEqualTo(ResponseCode.INVALID_CONF_USER_ID);
        assertThat(house.ask(summary(ALICE, "confSummaryRequest").on(NOWHERE)).code())
                .isEqualTo(ResponseCode.OBJECT_NOT_FOUND);
        assertThat(house.ask(summary(BOB, "confSummaryRequest").on(conference)).code())
                .isEqualTo(ResponseCode.UNAUTHORIZED);
        assertThat(house.ask(summary(ALICE, "confSummaryRequest").on(conference).operation(Operation.DELETE))
                        .code())
                .isEqualTo(ResponseCode.FORBIDDEN);
        CcmpResponse response =
                house.done(summary(ALICE, "confSummaryRequest").on(conference).operation(Operation.RETRIEVE));
        assertThat(response.operation()).contains(Operation.RETRIEVE);
        assertThat(response.version()).contains(Version.FIRST);
    }

    private static CcmpRequest summary(String user, String name) {
        return CcmpRequest.of(Message.EXTENDED, user).body(new Body.Extension(name, List.of()));
    }

    /** Answers with what it is asked. */
    private static final class Echo implements CcmpExtension {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public Set<Operation> operations() {
            return Set.of();
        }

        @Override
        public String schemaDefinition() {
            return "http://example.com/echo.xsd";
        }

        @Override
        public boolean needsConference() {
            return false;
        }

        @Override
        public Answer answer(Question question) {
            return Answer.of(question.content());
        }
    }
}
