package io.parley.c3p;

/**
 * A dialog between a focus and an endpoint, as the client knows it (section 2.2.3.5). Which of the tags is the focus's own is told two
 * ways, so that both orders have to be tried.
 *
 * @param callId the Call-ID
 * @param fromTag one tag
 * @param toTag the other
 */
public record DialogId(String callId, String fromTag, String toTag) {}
