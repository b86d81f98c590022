package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.ROOT;
import static io.parley.examples.conformance.House.blueprint;
import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.identity.SipUri;
import io.parley.participation.ConferenceFactory;
import io.parley.participation.FocusSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever calls the conference factory gets a conference of his own, so no conference object may be reached by its URI (RFC 4579 section 5.4). */
class NameOfTheFactoryTest {

    private static final String USUAL = "xcon:conference-factory@example.com";

    private static void isRefused(House house, CcmpRequest request, String name) {
        CcmpResponse response = house.ask(request);
        assertThat(response.code()).isEqualTo(ResponseCode.CONFLICT);
        assertThat(response.reason()).contains(name, "conference factory");
        assertThat(response.body().info()).isEmpty();
    }

    private static House withFactory(String uri) {
        return House.open(builder ->
                builder.focus(FocusSettings.in("example.com").with(new ConferenceFactory(SipUri.of(uri), false))));
    }

    @Test
    void noConferenceOrBlueprintIsCreatedByItsName() {
        House house = House.open();
        isRefused(house, conf(Operation.CREATE, ALICE).info(confInfo(USUAL, "")), USUAL);
        isRefused(house, blueprint(Operation.CREATE, ROOT).info(confInfo(USUAL, "")), USUAL);
        house.done(conf(Operation.CREATE, ALICE).info(confInfo("xcon:conference@example.com", "")));
    }

    @ParameterizedTest
    @EnumSource
    void norIsASidebar(Sidebar kind) {
        House house = House.open();
        String main = Sidebar.main(house);
        isRefused(
                house,
                CcmpRequest.of(kind.message(), ALICE)
                        .operation(Operation.CREATE)
                        .on(main)
                        .info(confInfo(USUAL, "")),
                USUAL);
    }

    @Test
    void whichNameThatIsFollowsFromTheSetting() {
        House house = withFactory("sip:rooms@example.com");
        isRefused(
                house,
                conf(Operation.CREATE, ALICE).info(confInfo("xcon:rooms@example.com", "")),
                "xcon:rooms@example.com");
        house.done(conf(Operation.CREATE, ALICE).info(confInfo(USUAL, "")));
    }

    @Test
    void aFactoryOfAnotherHostTakesNoNameAway() {
        House house = withFactory("sip:rooms@sip.example.org");
        house.done(conf(Operation.CREATE, ALICE).info(confInfo("xcon:rooms@example.com", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:AudioRoom@example.com", "sip:default-blueprint@example.com"})
    void aFactoryWithTheNameOfABlueprintIsAMistake(String uri) {
        assertThatThrownBy(() -> withFactory(uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(uri.substring("sip:".length()))
                .hasMessageContaining("conference factory");
    }
}
