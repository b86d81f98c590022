package io.parley.sip.stack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Messages after those of RFC 4475, in its conventions (section 2): {@code <hex>} for bytes that cannot be printed, {@code <repeat>} for
 * what is long. Lines end in CRLF when they are read.
 */
record Torture(String name, String section, String outcome, String oddity) {

    private static final String FOLDER = "/io/parley/sip/stack/torture/";
    private static final Pattern REPEAT = Pattern.compile("<repeat count=(\\d+)>(.*?)</repeat>");
    private static final Pattern HEX = Pattern.compile("<hex>([0-9A-F]*)</hex>");

    static List<Torture> all() {
        return text("messages.tsv")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(row -> new Torture(row[0], row[1], row[2], row[3]))
                .toList();
    }

    private static String text(String file) {
        try (InputStream in = Torture.class.getResourceAsStream(FOLDER + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    byte[] bytes() {
        String text = REPEAT.matcher(text(name + ".sip").replace("\n", "\r\n")).replaceAll(Torture::repeated);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher hex = HEX.matcher(text);
        int from = 0;
        while (hex.find()) {
            bytes.writeBytes(text.substring(from, hex.start()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(HexFormat.of().parseHex(hex.group(1)));
            from = hex.end();
        }
        bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static String repeated(MatchResult match) {
        String[] all = new String[Integer.parseInt(match.group(1))];
        Arrays.fill(all, match.group(2));
        return Matcher.quoteReplacement(String.join("", all));
    }

    @Override
    public String toString() {
        return name + " (RFC 4475 section " + section + "): " + oddity;
    }
}
