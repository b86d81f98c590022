package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.ALICE;
import static io.parley.examples.conformance.House.AUDIO_ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.Message;
import io.parley.ccmp.Operation;
import io.parley.ccmp.ResponseCode;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.spec.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code blueprintsRequest} (RFC 6503 section 5.3.1). */
class BlueprintsRequestTest {

    private static final CcmpRequest REQUEST = CcmpRequest.of(Message.BLUEPRINTS, ALICE);
    private static final Element VIDEO_ROOM =
            Documents.read("<info:conference-info entity='xcon:VideoRoom@example.com'><info:conference-description>"
                    + "<info:display-text>VideoRoom</info:display-text>"
                    + "<info:free-text>Video conference with floor control</info:free-text>"
                    + "</info:conference-description></info:conference-info>");

    @Test
    @Requirement("CCMP-5.3.1-02")
    void theListHoldsTheBlueprintsOpenToTheSender() {
        House house = House.open(parley -> parley.blueprint(VIDEO_ROOM));
        house.conferenceOf(ALICE);

        assertThat(uris(house.done(REQUEST))).containsExactly(AUDIO_ROOM, "xcon:VideoRoom@example.com");
    }

    @Test
    @Requirement("CCMP-5.3.1-04")
    void anEntryCarriesTitleAndPurpose() {
        House house = House.open(parley -> parley.blueprint(VIDEO_ROOM));

        Element entry = house.done(REQUEST)
                .body()
                .info()
                .flatMap(list -> list.entry(Info.ENTRY, "xcon:VideoRoom@example.com"))
                .orElseThrow();

        assertThat(entry.childText(Info.DISPLAY_TEXT)).contains("VideoRoom");
        assertThat(entry.childText(Info.PURPOSE)).contains("Video conference with floor control");
    }

    @Test
    @Requirement("CCMP-5.3.1-01")
    void theResponseCarriesNoConfObjId() {
        House house = House.open();

        assertThat(house.done(REQUEST).confObjId()).isEmpty();
        assertThat(house.done(REQUEST.on("xcon:stray@example.com")).confObjId()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "UPDATE", "DELETE"})
    @Requirement("CCMP-5.3.1-06")
    void nothingButRetrievingApplies(Operation operation) {
        House house = House.open();

        assertThat(house.ask(REQUEST.operation(operation)).code()).isEqualTo(ResponseCode.FORBIDDEN);
        assertThat(uris(house.done(REQUEST))).containsExactly(AUDIO_ROOM);
    }

    private static List<String> uris(CcmpResponse response) {
        List<String> uris = new ArrayList<>();
        response.body()
                .info()
                .ifPresent(list -> list.children(Info.ENTRY)
                        .forEach(entry -> uris.add(entry.childText(Info.URI).orElse(""))));
        return uris;
    }
}
