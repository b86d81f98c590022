package io.parley.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTML page, taken apart at its angle brackets and quotes as a browser does. */
record Page(String html) {

    private static final Pattern TAG = Pattern.compile("<([^<>]*)>");
    private static final Pattern REFERENCE = Pattern.compile("&#([0-9]+);");

    /** The tags, the values of their {@code href} left out. */
    List<String> markup() {
        List<String> tags = new ArrayList<>();
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            tags.add(tag.group(1).replaceAll("href=\"[^\"]*\"", "href"));
        }
        return tags;
    }

    /** The target of the anchor of that id, references undone. */
    Optional<String> target(String id) {
        Matcher anchor = Pattern.compile("<a [^>]*id=\"" + id + "\"[^>]* href=\"([^\"]*)\"")
                .matcher(html);
        return anchor.find() ? Optional.of(decoded(anchor.group(1))) : Optional.empty();
    }

    /** What stands between the tags, references undone. */
    String text() {
        return decoded(TAG.matcher(html.substring(html.indexOf("<body>"))).replaceAll(""));
    }

    private static String decoded(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(number -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(number.group(1)))));
    }
}
