package io.parley.codec.xml.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.codec.xml.UnreadableException;
import io.parley.document.Attribute;
import io.parley.document.Attributes;
import io.parley.document.DocumentArbitraries;
import io.parley.document.Element;
import io.parley.document.ElementType;
import io.parley.document.Info;
import io.parley.document.Merge;
import io.parley.document.Name;
import io.parley.document.Node;
import io.parley.document.Schema;
import io.parley.patch.Operation;
import io.parley.patch.Patch;
import io.parley.patch.Update;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Patches as they are written, and what they make of documents as they are written. */
class WrittenPatchTest {

    private static final int TRIES = 150;
    private static final DocumentCodec DOCUMENTS = new DocumentCodec(Limits.defaults());
    private static final String ENTITY = "xcon:conf1@example.com";
    private static final Pattern SEL = Pattern.compile(" sel=\"([^\"]*)\"");
    private static final String USER =
            "info:conference-info/info:users/info:user[@entity='xcon-userid:user1@example.com']";

    private static final Element THREE = DocumentArbitraries.withUsers(3);

    @Property(tries = TRIES)
    @Requirement({"PATCH-3-02", "PATCH-3-04", "PATCH-4.1-03", "PATCH-4.4-01", "XEV-5.5-01", "PATCH-4.2-02"})
    void itMakesTheVeryTextOfTheNextDocument(@ForAll("documents") Element one, @ForAll("documents") Element other) {
        Element before = withoutForeign(one);
        Element after = withoutForeign(other);
        byte[] diff = assertThatItLeads(before, after);
        assertThat(Patching.canonical(patched(before, diff))).isEqualTo(Patching.canonical(DOCUMENTS.write(after)));
        assertThat(text(diff)).doesNotContain(" ws=").doesNotContain("sel=\"/");
        assertThat(DiffSchema.complaints(diff)).isEmpty();
        selectors(diff).forEach(WrittenPatchTest::assertThatEachNameHasAPrefix);
        assertThat(text(DOCUMENTS.write(after)).replaceAll("<([\\w:-]+)[^>]*>[^<]+</\\1>", ""))
                .doesNotContainPattern(">\\s+<");
    }

    @Property(tries = TRIES)
    @Requirement({"PATCH-8-01", "XEV-5.3-01"})
    void itMakesTheNextDocumentWithForeignContent(
            @ForAll("documents") Element before, @ForAll("changes") Element changes) {
        Element after = Merge.update(before, changes);
        assertThat(DiffSchema.complaints(assertThatItLeads(before, after))).isEmpty();
        assertThat(DiffSchema.complaints(assertThatItLeads(after, before))).isEmpty();
    }

    @Property(tries = TRIES)
    void itMakesMixedContentOfTheSame(@ForAll("foreign") Element one, @ForAll("foreign") Element other) {
        Element root = Schema.CONFERENCE_INFO.empty().withAttribute(Attributes.ENTITY, ENTITY);
        assertThatItLeads(root.with(one), root.with(other));
        assertThatItLeads(
                root.with(ElementType.foreign(Name.of("urn:w", "w")).empty().with(one)),
                root.with(ElementType.foreign(Name.of("urn:w", "w")).empty().with(other)));
    }

    @Test
    @Requirement({"XEV-5.1-04", "PATCH-7-01", "XEV-5.1-07"})
    void aChangedTextIsReplaced() {
        Element media = Schema.USER.child(Info.ENDPOINT).empty().withAttribute(Attributes.ENTITY, "sip:a@example.com");
        Element before = withUser(user(1).with(media.with(Info.STATUS, "pending")));
        Element after = withUser(user(1).with(media.with(Info.STATUS, "connected")));
        assertThat(operations(before, after))
                .containsExactly("<xcon:replace sel=\"" + USER
                        + "/info:endpoint[@entity='sip:a@example.com']/info:status/text()\">connected</xcon:replace>");
        assertThat(operations(withUser(user(1)), withUser(user(1).with(Info.DISPLAY_TEXT, "Bob"))))
                .containsExactly("<xcon:replace sel=\"" + USER + "/info:display-text/text()\">Bob</xcon:replace>");
    }

    @Test
    @Requirement("XEV-5.1-05")
    void whoComesIsAdded() {
        assertThat(operations(THREE, withUser(user(7))))
                .containsExactly("<xcon:add sel=\"info:conference-info/info:users\">"
                        + "<info:user entity=\"xcon-userid:user7@example.com\"><info:display-text>User 7</info:display-text></info:user>"
                        + "</xcon:add>");
    }

    @Test
    @Requirement({"XEV-5.1-06", "PATCH-4.5-01"})
    void whoLeavesIsRemovedByHisKey() {
        Element endpoint =
                Schema.USER.child(Info.ENDPOINT).empty().withAttribute(Attributes.ENTITY, "sip:a@example.com");
        Element before = withUser(user(1).with(endpoint));
        Element users = before.child(Info.USERS).orElseThrow();
        Element left = users.without(
                users.entry(Info.USER, "xcon-userid:user1@example.com").orElseThrow());
        assertThat(operations(before, before.replacing(users, left)))
                .containsExactly("<xcon:remove sel=\"" + USER + "\"/>");
        assertThatItLeads(before, before.replacing(users, left));
    }

    @Test
    @Requirement("PATCH-4.1-08")
    void usersAreToldByTheirKeysAndWhatHasNoneByItsPlace() {
        ElementType controls = ElementType.foreign(Name.of("urn:x", "controls"));
        Element quiet = user(1).with(controls.text("1")).with(controls.text("1"));
        Element loud = user(1).with(controls.text("1")).with(controls.text("2"));
        assertThat(operations(withUser(quiet), withUser(loud)))
                .containsExactly("<xcon:replace sel=\"" + USER + "/ns1:controls[2]/text()\">2</xcon:replace>");
    }

    @Test
    @Requirement({"PATCH-4.1-10", "XEV-5.3-03"})
    void placesAreThoseAtTheTime() {
        Name note = Name.of("urn:x", "note");
        Element before = notes(note, "a", "b", "c", "d");
        Element after = notes(note, "c", "e");
        assertThat(operations(before, after))
                .anySatisfy(operation -> assertThat(operation).contains("[1]"));
        assertThatItLeads(before, after);
        assertThat(operations(notes(note, "a", "b", "c", "b"), notes(note, "a", "b")))
                .containsExactly(
                        "<xcon:remove sel=\"info:conference-info/ns1:note[3]\"/>",
                        "<xcon:remove sel=\"info:conference-info/ns1:note[3]\"/>");
    }

    @Test
    @Requirement("PATCH-4.1-09")
    void aKeyThatNoLiteralHoldsIsToldByItsPlace() {
        Element media =
                Schema.CONFERENCE_DESCRIPTION.child(Info.AVAILABLE_MEDIA).empty();
        Element entry = media.type().child(Info.ENTRY).empty().withAttribute(Attributes.LABEL, "a'b\"c");
        Element before = described(media.with(entry.with(Info.TYPE, "audio")));
        Element after = described(media.with(entry.with(Info.TYPE, "video")));
        Element other = entry.withAttribute(Attributes.LABEL, "1").with(Info.TYPE, "text");
        assertThat(operations(
                        described(media.with(other).with(entry.with(Info.TYPE, "audio"))),
                        described(media.with(other).with(entry.with(Info.TYPE, "video")))))
                .singleElement()
                .asString()
                .contains("info:entry[2]/info:type/text()");
        assertThatItLeads(before, after);
    }

    @Test
    @Requirement({"PATCH-4.4.6-02", "PATCH-4.3-10"})
    void whatIsEmptyIsReplacedWithItsElement() {
        Name x = Name.of("urn:x", "x");
        Element none =
                DocumentArbitraries.withUsers(1).with(ElementType.foreign(x).empty());
        Element some = none.replacing(
                none.child(x).orElseThrow(), ElementType.foreign(x).text("a"));
        assertThat(operations(none, some))
                .singleElement()
                .asString()
                .contains("/ns1:x\"><ns1:x>a</ns1:x></xcon:replace>");
        assertThat(operations(some, none)).singleElement().asString().contains("/ns1:x\"><ns1:x/></xcon:replace>");
        Element marked = none.replacing(
                none.child(x).orElseThrow(), ElementType.foreign(x).empty().withAttribute(Name.unqualified("m"), ""));
        assertThat(operations(none, marked)).singleElement().asString().startsWith("<xcon:replace");
        assertThatItLeads(none, marked);
    }

    @Test
    @Requirement({"XEV-5-06", "XEV-5.3-02"})
    void theRootIsInTheNamespaceOfTheDataModelAndNamesTheConference() throws UnreadableException {
        String diff = text(Patching.CODEC.write(ENTITY, Patch.between(THREE, withUser(user(9)))));
        assertThat(diff)
                .contains("<xcon:conference-info-diff xmlns:info=\"urn:ietf:params:xml:ns:conference-info\""
                        + " xmlns:xcon=\"urn:ietf:params:xml:ns:xcon-conference-info\" entity=\"" + ENTITY + "\">");
        String registered =
                "<conference-info-diff xmlns=\"urn:ietf:params:xml:ns:xcon-conference-info-diff\" entity=\"x\""
                        + " xmlns:i=\"urn:ietf:params:xml:ns:conference-info\"><remove sel=\"i:conference-info/i:users\"/></conference-info-diff>";
        byte[] document = DOCUMENTS.write(THREE);
        assertThat(Patching.CODEC.apply(document, Patching.bytes(registered)))
                .isInstanceOf(DiffCodec.Result.Done.class);
        assertThat(Patching.CODEC.apply(document, Patching.bytes(diff.replace(" entity=\"" + ENTITY + "\"", ""))))
                .isInstanceOfSatisfying(
                        DiffCodec.Result.Failed.class,
                        failed -> assertThat(failed.condition().element()).isEqualTo("invalid-diff-format"));
    }

    @Test
    void theSmallerOfPatchAndDocumentIsSent() {
        Element changed = withUser(user(1).with(Info.DISPLAY_TEXT, "Bob"));
        assertThat(Update.between(THREE, changed)).get().isInstanceOf(Update.Partial.class);
        assertThat(Update.between(DocumentArbitraries.withUsers(40), others(40)))
                .get()
                .isInstanceOf(Update.Full.class);
        assertThat(Update.between(THREE, THREE)).isEmpty();
    }

    private static Element others(int number) {
        Element users = Schema.USERS.empty();
        for (int i = 0; i < number; i++) {
            users = users.with(user(100 + i));
        }
        return THREE.with(users);
    }

    private static Element user(int number) {
        return DocumentArbitraries.user(number);
    }

    private static Element withUser(Element user) {
        Element users = THREE.child(Info.USERS).orElseThrow();
        return THREE.replacing(users, users.with(user));
    }

    private static Element described(Element media) {
        return THREE.with(Schema.CONFERENCE_DESCRIPTION.empty().with(media));
    }

    private static Element notes(Name name, String... texts) {
        Element document = Schema.CONFERENCE_INFO.empty();
        for (String text : texts) {
            document = document.with(ElementType.foreign(name).text(text));
        }
        return document;
    }

    private static byte[] assertThatItLeads(Element before, Element after) {
        byte[] diff = Patching.CODEC.write(ENTITY, Patch.between(before, after));
        assertThat(Patch.between(before, after).operations())
                .allMatch(operation -> !(operation instanceof Operation.Replace replace)
                        || replace.content().size() <= 1);
        Element next = read(patched(before, diff));
        assertThat(next).isEqualTo(read(DOCUMENTS.write(after)));
        return diff;
    }

    private static byte[] patched(Element before, byte[] diff) {
        try {
            DiffCodec.Result result = Patching.CODEC.apply(DOCUMENTS.write(before), diff);
            assertThat(result).as(() -> result + text(diff)).isInstanceOf(DiffCodec.Result.Done.class);
            return ((DiffCodec.Result.Done) result).document();
        } catch (UnreadableException unusable) {
            throw new IllegalArgumentException(unusable);
        }
    }

    private static Element read(byte[] document) {
        try {
            return DOCUMENTS.read(document);
        } catch (UnreadableException unusable) {
            throw new IllegalArgumentException(unusable);
        }
    }

    private static List<String> operations(Element before, Element after) {
        Matcher operations = Pattern.compile("<xcon:(add|replace|remove) .*?(?:/>(?=<xcon:|</xcon:conf)|</xcon:\\1>)")
                .matcher(text(Patching.CODEC.write(ENTITY, Patch.between(before, after))));
        return operations.results().map(found -> found.group()).toList();
    }

    private static String text(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }

    private static List<String> selectors(byte[] diff) {
        return SEL.matcher(text(diff)).results().map(found -> found.group(1)).toList();
    }

    private static void assertThatEachNameHasAPrefix(String sel) {
        for (String step : sel.replaceAll("\\[(\\d+|[^\\[]*?=('[^']*'|&quot;.*?&quot;))]", "")
                .split("/")) {
            assertThat(step).matches("(info|xcon):[\\w-]+|@.+|text\\(\\)");
        }
    }

    private static Element withoutForeign(Element element) {
        List<Node> content = new ArrayList<>();
        for (Node node : element.content()) {
            if (!(node instanceof Element child)) {
                content.add(node);
            } else if (!child.type().isForeign()) {
                content.add(withoutForeign(child));
            }
        }
        Element left = element.withContent(content);
        for (Attribute attribute : element.attributes()) {
            String namespace = attribute.name().namespace();
            if (namespace.startsWith("urn:example")) {
                left = left.withoutAttribute(attribute.name());
            }
        }
        return left;
    }

    @Provide
    Arbitrary<Element> documents() {
        return DocumentArbitraries.documents();
    }

    @Provide
    Arbitrary<Element> changes() {
        return DocumentArbitraries.changes();
    }

    @Provide
    Arbitrary<Element> foreign() {
        return DocumentArbitraries.foreign();
    }
}
