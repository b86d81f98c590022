package io.parley.c3p;

import io.parley.identity.SipUri;

/**
 * Which endpoint of which user a command is about (section 2.2.3.1.4).
 *
 * @param confEntity the conference-URI
 * @param userEntity the participant URI
 * @param endpointEntity the identifier of the endpoint, equal to another as a string only
 */
public record EndpointKeys(SipUri confEntity, SipUri userEntity, String endpointEntity) {}
