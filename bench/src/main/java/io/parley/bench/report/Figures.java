package io.parley.bench.report;

import java.util.List;
import java.util.Locale;

/** Figures as people read them. */
public final class Figures {

    private Figures() {}

    /** The middle one of some; of two in the middle the smaller. */
    public static double median(List<Double> figures) {
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("no figures");
        }
        return figures.stream()
                .sorted()
                .skip((figures.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    /** A ratio, with two digits behind the point. */
    public static String ratio(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }

    /** A share of one, in percent. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** A large number, in groups of three digits. */
    public static String whole(double figure) {
        return String.format(Locale.ROOT, "%,.0f", figure);
    }
}
