package io.parley.ccmp;

import io.parley.conference.Conference;
import io.parley.document.Element;
import io.parley.filter.Filter;
import io.parley.filter.FilterLanguage;
import io.parley.filter.FilterLanguage.Reading;
import io.parley.filter.FilterText;
import io.parley.privacy.Sight;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code xpathFilter} of a request for a list, at work on the candidates (RFC 6503 section 5.3.1).
 *
 * <p>It sees each document as its sender would retrieve it, and no password at all: what nobody is shown in a list cannot be found out
 * by asking whether the list holds something. Serves one decision and one thread.
 */
final class ListFilter {

    private final Deliberation deliberation;
    private final Filter.@Nullable Run run;
    private @Nullable Rejection refusal;

    private ListFilter(Deliberation deliberation, Filter.@Nullable Run run) {
        this.deliberation = deliberation;
        this.run = run;
    }

    /** What is wrong with the filter of the request; for the check of the document. */
    static Optional<Rejection> refusal(Deliberation deliberation) {
        return reading(deliberation)
                .flatMap(reading -> reading instanceof Reading.Refused refused
                        ? Optional.of(Rejection.badRequest("xpathFilter: " + refused.reason()))
                        : Optional.empty())
                .or(() ->
                        text(deliberation).isPresent() && language(deliberation).isEmpty()
                                ? Optional.of(new Rejection(
                                        ResponseCode.NOT_IMPLEMENTED, "this server does not offer xpathFilter"))
                                : Optional.empty());
    }

    /** The filter of the request, which has passed {@link #refusal}; one that admits all if there is none. */
    static ListFilter of(Deliberation deliberation) {
        return new ListFilter(
                deliberation,
                reading(deliberation)
                        .map(reading -> ((Reading.Understood) reading).filter().begin())
                        .orElse(null));
    }

    private static Optional<FilterText> text(Deliberation deliberation) {
        return deliberation.request().body() instanceof Body.Filter filter
                ? Optional.of(filter.text()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    private static Optional<FilterLanguage> language(Deliberation deliberation) {
        return deliberation.surroundings().filters();
    }

    private static Optional<Reading> reading(Deliberation deliberation) {
        return language(deliberation).flatMap(language -> text(deliberation).map(language::read));
    }

    /** Whether it admits {@code candidate} by its own document. */
    boolean admits(Conference candidate) {
        return run == null || admits(deliberation.visible(candidate));
    }

    /** Whether it admits a candidate that looks like {@code document} to the sender. */
    boolean admits(Element document) {
        if (run == null) {
            return true;
        }
        if (refusal != null) {
            return false;
        }
        Filter.Verdict verdict = run.on(Sight.inLists(document));
        if (verdict instanceof Filter.Verdict.Undecided undecided) {
            refusal = Rejection.badRequest("xpathFilter: " + undecided.reason());
            return false;
        }
        return ((Filter.Verdict.Decided) verdict).chosen();
    }

    /** The answer with {@code list} as it is after all candidates were looked at: that list, or why the filter failed. */
    CcmpResponse answer(CcmpResponse success, Body list) {
        return refusal == null
                ? success.body(list)
                : CcmpResponse.to(deliberation.request(), refusal.code(), refusal.reason());
    }
}
