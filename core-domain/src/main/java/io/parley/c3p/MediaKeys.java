package io.parley.c3p;

import io.parley.identity.SipUri;
import java.util.Optional;

/**
 * Which medium of which endpoint a command is about (section 2.2.3.1.5).
 *
 * @param confEntity the conference-URI
 * @param userEntity the participant URI
 * @param endpointEntity the identifier of the endpoint
 * @param mediaId the identifier of the medium, which one that is to be added may not have yet
 */
public record MediaKeys(SipUri confEntity, SipUri userEntity, String endpointEntity, Optional<String> mediaId) {

    /** The keys of the endpoint. */
    public EndpointKeys endpoint() {
        return new EndpointKeys(confEntity, userEntity, endpointEntity);
    }
}
