package io.parley.c3p;

import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Trees of requests, responses and documents that the schemas of MS-CONFBAS admit. Each is grown from a seed and a richness. */
public final class C3pArbitraries {

    private C3pArbitraries() {}

    /** Documents of rosters. */
    public static Arbitrary<Element> documents() {
        return grown(growth -> growth.element(C3pNames.CONFERENCE_INFO, C3pSchema.CONFERENCE_INFO));
    }

    /** Users. */
    public static Arbitrary<Element> users() {
        return grown(growth ->
                growth.element(C3pNames.USER, C3pSchema.USER).withAttribute(C3pNames.ENTITY, growth.sipUri()));
    }

    /** Endpoints. */
    public static Arbitrary<Element> endpoints() {
        return grown(growth -> growth.element(C3pNames.ENDPOINT, C3pSchema.ENDPOINT));
    }

    /** Requests with one command each. */
    public static Arbitrary<Element> requests() {
        return commands(C3pSchema.REQUEST).flatMap(command -> grown(growth -> request(growth, command)));
    }

    /** Responses with one command each. */
    public static Arbitrary<Element> responses() {
        return commands(C3pSchema.RESPONSE).flatMap(command -> grown(growth -> response(growth, command)));
    }

    private static Arbitrary<Name> commands(Shape shape) {
        List<Name> names = shape.places().stream()
                .map(Shape.Place::name)
                .filter(name -> name.namespace().equals(C3pNames.CCCP))
                .toList();
        return Arbitraries.of(names);
    }

    private static Element request(C3pGrowth growth, Name command) {
        Element grown = growth.element(command, C3pSchema.REQUEST.child(command).orElseThrow());
        return envelope(growth, "request").with(sensible(grown, growth));
    }

    /** What the commands ask for beyond the schema: one role, three settings or none, a URI of SIP for a user. */
    private static Element sensible(Element command, C3pGrowth growth) {
        Element sensible = command;
        if (command.child(C3pNames.USER_ROLES).isPresent()) {
            sensible = sensible.without(C3pNames.USER_ROLES)
                    .with(C3pTexts.list(
                            C3pNames.USER_ROLES,
                            C3pNames.ENTRY,
                            List.of(growth.one(List.of(C3pRole.values())).word())));
        }
        if (command.child(C3pNames.USER).isPresent()) {
            Element user = command.child(C3pNames.USER).orElseThrow();
            sensible = sensible.replacing(user, user.withAttribute(C3pNames.ENTITY, growth.sipUri()));
        }
        if (command.name().local().equals("modifyConferenceLock")) {
            for (String setting : List.of("admission-policy", "autopromote", "pstn-lobby-bypass")) {
                sensible = sensible.without(C3pNames.msci(setting));
            }
            if (growth.perhaps()) {
                sensible = sensible.with(C3pTexts.element(C3pNames.msci("admission-policy"), "anonymous"))
                        .with(C3pTexts.element(C3pNames.msci("autopromote"), "32768"))
                        .with(C3pTexts.element(C3pNames.msci("pstn-lobby-bypass"), "true"));
            }
        }
        return sensible;
    }

    private static Element response(C3pGrowth growth, Name command) {
        Element grown =
                growth.element(command, C3pSchema.RESPONSE.child(command).orElseThrow());
        Element response = envelope(growth, "response")
                .withAttribute(
                        Name.unqualified("code"),
                        growth.one(List.of(C3pCode.values())).word());
        if (growth.perhaps()) {
            response = response.withAttribute(
                    Name.unqualified("reason"), growth.one(Reason.COMMON).word());
        }
        return growth.perhaps() ? response : response.with(sensible(grown, growth));
    }

    private static Element envelope(C3pGrowth growth, String root) {
        return ElementType.foreign(C3pNames.cccp(root))
                .empty()
                .withAttribute(Name.unqualified("requestId"), growth.one(List.of("1", "4711")))
                .withAttribute(Name.unqualified("from"), growth.sipUri())
                .withAttribute(Name.unqualified("to"), growth.sipUri());
    }

    private static <T> Arbitrary<T> grown(Function<C3pGrowth, T> what) {
        return Combinators.combine(Arbitraries.integers().between(0, 6), Arbitraries.longs())
                .as((richness, seed) -> what.apply(new C3pGrowth(new Random(seed), richness)));
    }
}
