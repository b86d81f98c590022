package io.parley.c3p;

import io.parley.identity.SipUri;

/**
 * Which user of which conference a command is about (section 2.2.3.1.3).
 *
 * @param confEntity the conference-URI
 * @param userEntity the participant URI
 */
public record UserKeys(SipUri confEntity, SipUri userEntity) {}
