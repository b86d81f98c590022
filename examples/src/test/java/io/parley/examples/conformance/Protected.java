package io.parley.examples.conformance;

import static io.parley.examples.conformance.House.conf;
import static io.parley.examples.conformance.House.confInfo;

import io.parley.ccmp.Operation;

/** Conferences with a password. */
final class Protected {

    private Protected() {}

    /** A conference of {@code owner} that wants {@code password}; its XCON-URI. */
    static String conference(House house, String owner, String password) {
        String conference = house.conferenceOf(owner);
        house.done(
                conf(Operation.UPDATE, owner)
                        .on(conference)
                        .info(
                                confInfo(
                                        conference,
                                        "<info:conference-description><info:conf-uris><info:entry><info:uri>"
                                                + conference.replace("xcon:", "sip:")
                                                + "</info:uri><xcon:conference-password>" + password
                                                + "</xcon:conference-password></info:entry></info:conf-uris></info:conference-description>")));
        return conference;
    }
}
