package io.parley.http.join;

import io.parley.identity.SipUri;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What people see at a join URL: links that start their program, the document to download, and how many are there if that is for strangers.
 * Without script, and without anything from elsewhere.
 */
public final class JoinPage {

    private static final String STYLE =
            "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}"
                    + "a.join{display:inline-block;padding:.6rem 1.4rem;border-radius:.4rem;background:#1a5fb4;color:#fff;text-decoration:none}"
                    + "code{overflow-wrap:anywhere}"
                    + "@media(prefers-color-scheme:dark){body{background:#1e1e1e;color:#eee}a:not(.join){color:#99c1f1}}";

    /** The value of {@code Content-Security-Policy} that it needs, and no more than that. */
    public static final String SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String title;
    private final String body;

    private JoinPage(String title, String body) {
        this.title = title;
        this.body = body;
    }

    /**
     * Of a meeting.
     *
     * @param path what its URL says
     * @param conference the conference-URI
     * @param connected how many are connected; empty if that is not to be shown
     */
    public static JoinPage of(JoinPath path, SipUri conference, OptionalInt connected) {
        Objects.requireNonNull(path, "path");
        String uri = Escaped.text(conference.toString());
        String count = connected.isPresent() ? "<p id=\"roster\">" + words(connected.getAsInt()) + "</p>\n" : "";
        return new JoinPage(
                "Join the meeting of " + path.organizer(),
                count
                        + "<p><a class=\"join\" id=\"join\" href=\"conf:" + uri + "\">Join</a></p>\n"
                        + "<p>If nothing happens:</p>\n<ul>\n"
                        + "<li><a id=\"call\" href=\"" + uri + "\">Call it</a> with a SIP phone</li>\n"
                        + "<li><a id=\"document\" type=\"" + OcsmeetDocument.MEDIA_TYPE + "\" href=\""
                        + Escaped.text(documentBeside(path))
                        + "\" download>Download the invitation</a> and open it with your meeting program</li>\n"
                        + "</ul>\n<p>The address of the meeting is <code>" + uri + "</code></p>\n");
    }

    /**
     * Of a URL that cannot be parsed.
     *
     * @param requested the URL as it was requested
     */
    public static JoinPage ofUnparsed(String requested) {
        return new JoinPage(
                "This is no link to a meeting",
                "<p>The address <code>" + Escaped.text(requested)
                        + "</code> names no meeting. Please check that it was copied completely.</p>\n");
    }

    /** The document as seen from the page: a relative path, whatever the identifier begins with (RFC 3986 section 4.2). */
    private static String documentBeside(JoinPath path) {
        String segment =
                URLEncoder.encode(path.conferenceId(), StandardCharsets.UTF_8).replace("+", "%20");
        return "./" + segment + JoinPath.SUFFIX;
    }

    private static String words(int connected) {
        return switch (connected) {
            case 0 -> "Nobody is there yet.";
            case 1 -> "1 participant is there.";
            default -> connected + " participants are there.";
        };
    }

    /** The page, to be sent as UTF-8. */
    public String html() {
        String heading = Escaped.text(title);
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" content=\"noindex\">\n"
                + "<title>" + heading + "</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n<main>\n<h1>"
                + heading
                + "</h1>\n" + body + "</main>\n</body>\n</html>\n";
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Its title, for people who debug. */
    @Override
    public String toString() {
        return "JoinPage[" + title + "]";
    }
}
