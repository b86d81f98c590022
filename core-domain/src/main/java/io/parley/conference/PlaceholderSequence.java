package io.parley.conference;

import io.parley.document.Attribute;
import io.parley.document.Element;
import io.parley.document.Node;
import io.parley.document.Text;
import io.parley.identity.XconUri;
import io.parley.identity.XconUserId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hands out the placeholders of one request: {@code AUTO_GENERATE_1}, {@code AUTO_GENERATE_2} and so on, for which the server puts the
 * identifiers that it generates (RFC 6503 section 4.3). Where the same one stands twice in a request, the same identifier will.
 */
public final class PlaceholderSequence {

    private static final String PREFIX = "AUTO_GENERATE_";
    private static final Pattern PLACEHOLDER = Pattern.compile(PREFIX + "0*(?<number>[0-9]{1,9})(?![0-9])");

    private int last;

    /** The placeholders of a request that holds none yet. */
    public PlaceholderSequence() {}

    /** The placeholders behind all that {@code request} holds. */
    public static PlaceholderSequence after(Element request) {
        PlaceholderSequence sequence = new PlaceholderSequence();
        sequence.pass(request);
        return sequence;
    }

    /** The next placeholder, for a label or another identifier that is no URI. */
    public String next() {
        last++;
        return PREFIX + last;
    }

    /** The next placeholder, for a conference object of {@code domain}. */
    public XconUri nextConference(String domain) {
        return XconUri.of(next(), domain);
    }

    /** The next placeholder, for a user of {@code domain}. */
    public XconUserId nextUser(String domain) {
        return XconUserId.of(next(), domain);
    }

    private void pass(Element element) {
        for (Attribute attribute : element.attributes()) {
            pass(attribute.value());
        }
        for (Node node : element.content()) {
            if (node instanceof Element child) {
                pass(child);
            } else if (node instanceof Text text) {
                pass(text.value());
            }
        }
    }

    private void pass(String value) {
        Matcher matcher = PLACEHOLDER.matcher(value);
        while (matcher.find()) {
            last = Math.max(last, Integer.parseInt(matcher.group("number")));
        }
    }
}
