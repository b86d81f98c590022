package io.parley.examples.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.conference.Conference;
import io.parley.conference.ConferenceInfo;
import io.parley.conference.Kind;
import io.parley.document.Element;
import io.parley.document.Schema;
import io.parley.identity.XconUri;
import io.parley.user.UriEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What holds between main conferences and their sidebars at every instant. */
final class Kinship {

    private Kinship() {}

    /** Expects each sidebar to have its main conference, and each main conference to hold its sidebars as they are, and no others. */
    static void assertHolds(Collection<Conference> all) {
        Map<XconUri, Conference> byId = new LinkedHashMap<>();
        all.forEach(conference -> byId.put(conference.id(), conference));
        for (Conference conference : all) {
            if (conference.kind().isSidebar()) {
                Conference main = byId.get(conference.parent().orElseThrow());
                assertThat(main).as("main conference of %s", conference.id()).isNotNull();
                assertThat(main.kind().isConference()).isTrue();
                assertThat(conference.info().sidebarParent()).contains(main.id());
                if (conference.kind() == Kind.SIDEBAR_BY_VALUE) {
                    conference
                            .users()
                            .forEach(user -> assertThat(main.users().contains(user.id()))
                                    .as("%s of %s is a user of the main conference", user.id(), conference.id())
                                    .isTrue());
                }
            } else {
                assertThat(embeddedIn(conference)).isEqualTo(documents(all, conference));
                assertThat(conference.info().sidebarsByReference())
                        .extracting(UriEntry::uri)
                        .containsExactlyInAnyOrderElementsOf(all.stream()
                                .filter(sidebar -> isOf(sidebar, conference, Kind.SIDEBAR_BY_REFERENCE))
                                .map(sidebar -> sidebar.id().toString())
                                .toList());
            }
        }
    }

    private static Map<XconUri, Element> embeddedIn(Conference main) {
        Map<XconUri, Element> embedded = new TreeMap<>();
        for (ConferenceInfo entry : main.info().sidebarsByValue()) {
            embedded.put(entry.id(), Schema.CONFERENCE_INFO.adopt(entry.element()));
        }
        return embedded;
    }

    private static Map<XconUri, Element> documents(Collection<Conference> all, Conference main) {
        Map<XconUri, Element> documents = new TreeMap<>();
        all.stream()
                .filter(sidebar -> isOf(sidebar, main, Kind.SIDEBAR_BY_VALUE))
                .forEach(sidebar -> documents.put(sidebar.id(), sidebar.document()));
        return documents;
    }

    private static boolean isOf(Conference sidebar, Conference main, Kind kind) {
        return sidebar.kind() == kind
                && sidebar.parent().filter(main.id()::equals).isPresent();
    }
}
