package io.parley.examples.server;

import io.parley.ccmp.CcmpRequest;
import io.parley.ccmp.CcmpResponse;
import io.parley.ccmp.ResponseCode;
import io.parley.identity.Version;
import java.util.Optional;
import java.util.function.Function;

/**
 * One step of a story: what is asked, and how it has to be answered.
 *
 * @param section where the story tells it
 * @param file the request file
 * @param version the version that the answer has to carry
 * @param shown what there is to see in the answer
 * @param wanted a regular expression of what has to be seen
 */
record Step(
        String section, String file, Optional<Version> version, Function<CcmpResponse, String> shown, String wanted) {

    /** Whether {@code response} is as the story has it. */
    boolean isFulfilledBy(CcmpResponse response) {
        return response.code() == ResponseCode.SUCCESS
                && (version.isEmpty() || version.equals(response.version()))
                && shown.apply(response).matches(wanted);
    }

    /** A line for a person to read. */
    String line(CcmpRequest request, CcmpResponse response) {
        return String.format(
                        "%-4s %-26s %s  %-9s  %s",
                        section,
                        request.action(),
                        response.code().number(),
                        response.version().map(number -> "version " + number).orElse(""),
                        response.isSuccess() ? shown.apply(response) : response.reason())
                .stripTrailing();
    }

    /** A line that says what was wanted instead. */
    String complaint() {
        return "     wanted: 200" + version.map(number -> ", version " + number).orElse("") + ", and to see " + wanted;
    }
}
