package io.parley.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.conference.ConferenceInfo;
import io.parley.ports.in.CcmpService;

/** The story being told to one service: remembers which conference it is about. */
final class Telling {

    private final Requests requests = new Requests();
    private final CcmpService service;
    private String conference = "";

    Telling(CcmpService service) {
        this.service = service;
    }

    CcmpService service() {
        return service;
    }

    /** The XCON-URI of the conference that was created. */
    String conference() {
        return conference;
    }

    /** Sends the requests of these files, each of which has to succeed; the answer to the last. */
    CcmpResponse ask(String first, String... others) {
        CcmpResponse response = send(first);
        for (String other : others) {
            response = send(other);
        }
        return response;
    }

    private CcmpResponse send(String file) {
        CcmpRequest request = requests.read(file, conference);
        CcmpResponse response = service.handle(request);
        assertThat(response.isSuccess())
                .as("%s: %s", request, response.reason())
                .isTrue();
        if (file.equals("create")) {
            conference = response.confObjId().orElseThrow();
        }
        return response;
    }

    /** The document of the conference, as Alice retrieves it. */
    ConferenceInfo retrieve() {
        return new ConferenceInfo(send("retrieve").body().info().orElseThrow());
    }
}
