package io.parley.sip.dialog;

import io.parley.sip.message.SipMessage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code CSeq} (RFC 3261 section 20.16): a number below 2**31, and a method. */
record CSeq(long number, String method) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,10})\\s+(\\S+)");

    static Optional<CSeq> of(SipMessage message) {
        return message.header("CSeq")
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(it -> new CSeq(Long.parseLong(it.group(1)), it.group(2)))
                .filter(it -> it.number < 1L << 31);
    }

    @Override
    public String toString() {
        return number + " " + method;
    }
}
