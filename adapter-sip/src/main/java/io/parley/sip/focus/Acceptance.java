package io.parley.sip.focus;

import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which content types somebody takes, by the {@code Accept} of his request (RFC 3261 section 20.1).
 *
 * @param ranges what he lists
 */
record Acceptance(List<Range> ranges) {

    /**
     * One entry of the list.
     *
     * @param type a type, or {@code application/*}, or the two stars of whoever takes everything; in lower case
     * @param quality how much he likes it, from 0, which is not at all, to 1
     */
    record Range(String type, double quality) {

        private int fits(String wanted) {
            String family = wanted.substring(0, wanted.indexOf('/') + 1);
            if (type.equals(wanted)) {
                return 3;
            }
            return type.equals(family + "*") ? 2 : type.equals("*/*") ? 1 : 0;
        }
    }

    /** That of {@code request}, for whom {@code standard} is understood where it says nothing. */
    static Acceptance of(SipRequest request, String standard) {
        return request.header("Accept").isEmpty()
                ? new Acceptance(List.of(new Range(standard, 1)))
                : new Acceptance(request.headers().list("Accept").stream()
                        .map(Acceptance::range)
                        .toList());
    }

    private static Range range(String text) {
        int end = text.indexOf(';');
        String type = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        // The parameters of a content type have the grammar of those of an address.
        Optional<String> quality = end < 0
                ? Optional.empty()
                : NameAddress.parse("<accept:type>" + text.substring(end)).flatMap(it -> it.parameter("q"));
        return new Range(
                type,
                quality.filter(word -> word.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?"))
                        .map(Double::parseDouble)
                        .orElse(1.0));
    }

    /** How much he likes {@code type}: the entry that says it most precisely decides. */
    double quality(String type) {
        double quality = 0;
        int precision = 0;
        for (Range range : ranges) {
            int fits = range.fits(type);
            if (fits > precision) {
                precision = fits;
                quality = range.quality();
            }
        }
        return quality;
    }

    /** Whether {@code type} is in the list by its own name, and welcome. */
    boolean names(String type) {
        return ranges.stream().anyMatch(range -> range.type().equals(type) && range.quality() > 0);
    }
}
