package io.parley.sip.dialog;

import io.parley.sip.message.NameAddress;
import io.parley.sip.message.SipHeaders;
import io.parley.sip.message.SipMessage;
import io.parley.sip.message.SipRequest;
import io.parley.sip.message.SipResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What dialogs read in headers, and write into them. */
final class Headers {

    private Headers() {}

    static String text(SipMessage message, String name) {
        return message.header(name).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    static NameAddress address(SipMessage message, String name) {
        return NameAddress.parse(text(message, name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is no address: " + text(message, name)));
    }

    /** The URI of the first Contact. */
    static Optional<String> contact(SipMessage message) {
        return message.headers().list("Contact").stream()
                .findFirst()
                .flatMap(NameAddress::parse)
                .map(NameAddress::uri);
    }

    /** The members of {@code Record-Route}, in order. */
    static List<String> routes(SipMessage message) {
        return message.headers().list("Record-Route");
    }

    static boolean isLoose(String route) {
        return SipUriParts.of(addressOf(route)).filter(it -> it.has("lr")).isPresent();
    }

    static String addressOf(String route) {
        return NameAddress.parse(route).map(NameAddress::uri).orElse(route);
    }

    /** A header that is a number of seconds, perhaps with parameters or a comment behind it. */
    static OptionalLong seconds(SipMessage message, String name) {
        return message.header(name)
                .map(it -> it.replaceFirst("[\\s;(].*", ""))
                .filter(it -> it.matches("\\d{1,10}"))
                .map(it -> OptionalLong.of(Long.parseLong(it)))
                .orElse(OptionalLong.empty());
    }

    /** {@code response} to {@code request}, outside of dialogs, with a tag of ours (RFC 3261 section 8.2.6.2). */
    static SipResponse tagged(SipRequest request, SipResponse response, String tag) {
        Optional<NameAddress> to = request.header("To").flatMap(NameAddress::parse);
        boolean needs = response.status() > 100
                && to.isPresent()
                && to.get().tag().isEmpty()
                && response.header("To").isEmpty();
        return needs ? response.with("To", to.get().with("tag", tag).toString()) : response;
    }

    /** {@code headers} with {@code member} in the list header of that name. */
    static SipHeaders listing(SipHeaders headers, String name, String member) {
        return headers.lists(name, member) ? headers : headers.and(name, member);
    }

    static SipResponse listing(SipResponse response, String name, String member) {
        return new SipResponse(
                response.status(), response.reason(), listing(response.headers(), name, member), response.body());
    }

    /** {@code headers} without {@code member} in the list header of that name. */
    static SipHeaders unlisting(SipHeaders headers, String name, String member) {
        List<String> others = headers.list(name).stream()
                .filter(it -> !it.equalsIgnoreCase(member))
                .toList();
        return others.isEmpty() ? headers.without(name) : headers.with(name, String.join(", ", others));
    }
}
