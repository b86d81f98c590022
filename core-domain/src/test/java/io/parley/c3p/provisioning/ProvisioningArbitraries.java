package io.parley.c3p.provisioning;

import io.parley.c3p.C3pNames;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Name;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What clients may send to the factory, sense and nonsense. */
final class ProvisioningArbitraries {

    private ProvisioningArbitraries() {}

    /** Documents in which every value is one that the factory takes. */
    static Arbitrary<Element> sensible() {
        return infos(
                said(List.of(
                        value(C3pNames.ci("subject"), "", "Weekly", " a & b "),
                        value(C3pNames.ci("display-text"), "", "Title"),
                        value(C3pNames.ci("maximum-user-count"), "0", "5", "2147483647"),
                        value(Words.CONFERENCE_ID, "ABCDEFGH", "a1b2c3d4e5"),
                        value(Words.EXPIRY_TIME, "2031-01-01T00:00:00Z", "2030-06-01T12:00:00+02:00"),
                        value(Words.ADMISSION_POLICY, "closedAuthenticated", "openAuthenticated", "anonymous"),
                        value(Words.AUTOPROMOTE, "0", "1", "32768", "4294967295"),
                        value(Words.AUTOPROMOTE_ALLOWED, "0", "32768"),
                        value(Words.ANONYMOUS_TYPE_ALLOWED, "true"),
                        value(Words.PSTN_LOBBY_BYPASS, "true", "0"),
                        value(Words.PSTN_LOBBY_BYPASS_ALLOWED, "false", "1"),
                        value(Words.SERVER_MODE, "13", "14"),
                        value(C3pNames.msci("recording-allowed"), "true", "false"),
                        value(Words.NOTIFICATION_DATA, "free text"),
                        value(Words.ORGANIZER_ROAMING_DATA, "of mine"))),
                Arbitraries.of("sip:bob@example.com", "sip:Carol@example.com", "tel:+15551234", "sip:x@elsewhere.org"),
                Arbitraries.of("presenter", "attendee"),
                Arbitraries.of("chat", "audio-video"));
    }

    /** Documents of the right form with anything in them. */
    static Arbitrary<Element> any() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.of("true", "15", "-1", "2030", "99999999999999999999", "sip:@", "", " ", "a.b"),
                Arbitraries.strings().ascii().ofMaxLength(20));
        List<Arbitrary<Element>> parts = new ArrayList<>();
        for (Name name : List.of(
                C3pNames.ci("subject"),
                C3pNames.ci("maximum-user-count"),
                Words.CONFERENCE_ID,
                Words.CONFERENCE_KEY,
                Words.EXPIRY_TIME,
                Words.ADMISSION_POLICY,
                Words.AUTOPROMOTE,
                Words.SERVER_MODE,
                Words.JOIN_URL,
                Words.PSTN_LOBBY_BYPASS,
                Words.ORGANIZER)) {
            parts.add(texts.map(text -> ElementType.foreign(name).text(text)));
        }
        return infos(said(parts), texts, texts, texts);
    }

    private static Arbitrary<Element> value(Name name, String... texts) {
        return Arbitraries.of(texts).map(text -> ElementType.foreign(name).text(text));
    }

    /** Some of these, each at most once. */
    private static Arbitrary<List<Element>> said(List<Arbitrary<Element>> parts) {
        return Arbitraries.subsetOf(parts).flatMap(chosen -> {
            Arbitrary<List<Element>> all = Arbitraries.just(List.of());
            for (Arbitrary<Element> part : chosen) {
                all = all.flatMap(before -> part.map(next -> {
                    List<Element> with = new ArrayList<>(before);
                    with.add(next);
                    return with;
                }));
            }
            return all;
        });
    }

    private static Arbitrary<Element> infos(
            Arbitrary<List<Element>> description,
            Arbitrary<String> users,
            Arbitrary<String> roles,
            Arbitrary<String> mcus) {
        Arbitrary<List<Element>> invitees = users.flatMap(entity -> roles.map(role -> user(entity, role)))
                .list()
                .ofMaxSize(3);
        Arbitrary<List<Element>> views =
                mcus.map(type -> named(C3pNames.ENTITY_VIEW, type)).list().ofMaxSize(2);
        return description.flatMap(said -> invitees.flatMap(invited -> views.map(view -> info(said, invited, view))));
    }

    private static Element user(String entity, String role) {
        return named(C3pNames.USER, entity)
                .with(ElementType.foreign(C3pNames.ROLES).empty().with(C3pNames.ENTRY, role));
    }

    private static Element named(Name name, String entity) {
        return ElementType.foreign(name).empty().withAttribute(C3pNames.ENTITY, entity);
    }

    private static Element info(List<Element> said, List<Element> users, List<Element> views) {
        return named(C3pNames.CONFERENCE_INFO, "")
                .with(all(Words.DESCRIPTION, said))
                .with(all(Words.USERS, users))
                .with(all(C3pNames.CONFERENCE_VIEW, views));
    }

    private static Element all(Name name, List<Element> children) {
        Element parent = ElementType.foreign(name).empty();
        for (Element child : children) {
            parent = parent.with(child);
        }
        return parent;
    }
}
