package io.parley.codec.xml.patch;

import static io.parley.codec.xml.patch.Patching.assertFails;
import static io.parley.codec.xml.patch.Patching.assertPatched;

import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;

/** Patches as in RFC 5261 appendix A, section by section. */
class AppendixATest {

    private static final String NOTE = "<doc>\n  <note>This is a sample document</note>\n</doc>";
    private static final String FOO =
            "<doc>\n  <note>Sample</note>\n<foo id=\"ert4773\">This is a new child</foo></doc>";
    private static final String A = "<doc>\n  <foo a=\"1\">This is a sample document</foo>\n</doc>";

    @Test
    void a1AnElementIsAdded() {
        assertPatched(
                NOTE,
                "<p:add sel=\"doc\"><foo id=\"ert4773\">New</foo></p:add>",
                "<doc>\n  <note>This is a sample document</note>\n<foo id=\"ert4773\">New</foo></doc>");
    }

    @Test
    @Requirement("PATCH-4.3-06")
    void a2AnAttributeIsAdded() {
        assertPatched(
                FOO,
                "<p:add sel=\"doc/foo[@id='ert4773']\" type=\"@user\">Bob</p:add>",
                FOO.replace("\"ert4773\"", "\"ert4773\" user=\"Bob\""));
    }

    @Test
    @Requirement("PATCH-4.3-07")
    void a3ADeclarationIsAdded() {
        assertPatched(
                FOO,
                "<p:add sel=\"doc\" type=\"namespace::pref\">urn:ns:xxx</p:add>",
                FOO.replace("<doc>", "<doc xmlns:pref=\"urn:ns:xxx\">"));
    }

    @Test
    @Requirement("PATCH-4.3-03")
    void a4ACommentIsAddedBeforeAnElement() {
        assertPatched(
                FOO,
                "<p:add sel=\"doc/foo[@id='ert4773']\" pos=\"before\"><!-- comment --></p:add>",
                FOO.replace("<foo", "<!-- comment --><foo"));
    }

    @Test
    @Requirement("PATCH-4.3.5-01")
    void a5TextAfterTextIsOneText() {
        assertPatched(
                NOTE,
                "<p:add sel=\"doc\">  <foo/></p:add><p:remove sel=\"doc/text()[2]\"/>",
                "<doc>\n  <note>This is a sample document</note><foo/></doc>");
    }

    @Test
    @Requirement("PATCH-4.4.1-01")
    void a6AnElementIsReplacedWithAllThatItHas() {
        assertPatched(
                A, "<p:replace sel=\"doc/foo[@a='1']\"><bar a=\"2\"/></p:replace>", "<doc>\n  <bar a=\"2\"/>\n</doc>");
        assertPatched(
                "<doc><foo xmlns:n=\"urn:n\" b=\"1\"><n:x/></foo></doc>",
                "<p:replace sel=\"doc/foo\"><foo/></p:replace>",
                "<doc><foo/></doc>");
    }

    @Test
    @Requirement("PATCH-4.4.2-01")
    void a7AnAttributeIsReplaced() {
        assertPatched("<doc a=\"test\"/>", "<p:replace sel=\"doc/@a\">new value</p:replace>", "<doc a=\"new value\"/>");
        assertPatched("<doc a=\"test\"/>", "<p:replace sel=\"doc/@a\"/>", "<doc a=\"\"/>");
    }

    @Test
    @Requirement({"PATCH-4.4.3-01", "PATCH-4.4.3-02"})
    void a8TheNamespaceOfAPrefixIsReplaced() {
        assertPatched(
                "<doc xmlns:pref=\"urn:test\"><pref:a><b pref:c=\"1\"/><pref:d xmlns:pref=\"urn:own\"/></pref:a></doc>",
                "<p:replace sel=\"doc/namespace::pref\">urn:new</p:replace>"
                        + "<p:replace sel=\"doc/x:a/b/@x:c\">2</p:replace>"
                                .replace("x:", "n:")
                                .replace("<p:replace", "<p:replace xmlns:n=\"urn:new\""),
                "<doc xmlns:pref=\"urn:new\"><pref:a><b pref:c=\"2\"/><pref:d xmlns:pref=\"urn:own\"/></pref:a></doc>");
        assertFails(
                "<doc xmlns:pref=\"urn:test\"><a/></doc>",
                "<p:replace sel=\"doc/a/namespace::pref\">urn:new</p:replace>",
                "invalid-namespace-uri");
    }

    @Test
    void a9ACommentIsReplaced() {
        assertPatched(
                "<doc><!-- comment --></doc>",
                "<p:replace sel=\"doc/comment()[1]\"><!-- new\n --></p:replace>",
                "<doc><!-- new\n --></doc>");
    }

    @Test
    void a10AnInstructionIsReplaced() {
        assertPatched(
                "<doc><?other?><?test foo=\"bar\"?></doc>",
                "<p:replace sel='doc/processing-instruction(\"test\")'><?test bar=\"foobar\"?></p:replace>",
                "<doc><?other?><?test bar=\"foobar\"?></doc>");
    }

    @Test
    @Requirement("PATCH-4.4.6-01")
    void a11ATextIsReplacedAndAnEmptyOneRemoves() {
        assertPatched(
                A, "<p:replace sel=\"doc/foo/text()[1]\">New</p:replace>", "<doc>\n  <foo a=\"1\">New</foo>\n</doc>");
        assertPatched(A, "<p:replace sel=\"doc/foo/text()\"/>", "<doc>\n  <foo a=\"1\"/>\n</doc>");
    }

    @Test
    @Requirement({"PATCH-4.5-02", "PATCH-4.5-03", "PATCH-3-03"})
    void a12AnElementIsRemovedWithTheWhiteSpaceBeside() {
        assertPatched(A, "<p:remove sel=\"doc/foo[@a='1']\" ws=\"after\"/>", "<doc>\n  </doc>");
        assertPatched(A, "<p:remove sel=\"doc/foo\" ws=\"before\"/>", "<doc>\n</doc>");
        assertPatched(A, "<p:remove sel=\"doc/foo\" ws=\"both\"/>", "<doc/>");
        assertPatched(
                A, "<p:remove sel=\"doc/text()[2]\"/>", "<doc>\n  <foo a=\"1\">This is a sample document</foo></doc>");
        assertFails("<doc>x<foo/></doc>", "<p:remove sel=\"doc/foo\" ws=\"before\"/>", "invalid-whitespace-directive");
        assertFails("<doc> <foo/></doc>", "<p:remove sel=\"doc/foo\" ws=\"both\"/>", "invalid-whitespace-directive");
    }

    @Test
    void a13AnAttributeIsRemoved() {
        assertPatched("<doc a=\"foo\"/>", "<p:remove sel=\"doc/@a\"/>", "<doc/>");
    }

    @Test
    @Requirement("PATCH-4.5.3-01")
    void a14ADeclarationIsRemovedUnlessItIsUsed() {
        assertPatched(
                "<doc><foo a=\"1\" xmlns:pref=\"urn:test\">x</foo></doc>",
                "<p:remove sel=\"doc/foo/namespace::pref\"/>",
                "<doc><foo a=\"1\">x</foo></doc>");
        assertFails(
                "<doc><foo xmlns:pref=\"urn:test\"><pref:x/></foo></doc>",
                "<p:remove sel=\"doc/foo/namespace::pref\"/>",
                "invalid-namespace-prefix");
    }

    @Test
    void a15ACommentIsRemoved() {
        assertPatched("<doc> <!-- c -->\n</doc>", "<p:remove sel=\"doc/comment()[1]\" ws=\"after\"/>", "<doc> </doc>");
    }

    @Test
    @Requirement("PATCH-4.5.6-01")
    void a16AnInstructionIsRemovedAndTheTextsBesideAreOne() {
        assertPatched(
                "<doc>a<?test?>b</doc>",
                "<p:remove sel='doc/processing-instruction(\"test\")'/><p:replace sel=\"doc/text()\">c</p:replace>",
                "<doc>c</doc>");
        assertPatched("<doc>a<?test?>b</doc>", "<p:remove sel='doc/processing-instruction()'/>", "<doc>ab</doc>");
    }

    @Test
    void a17ATextIsRemoved() {
        assertPatched(A, "<p:remove sel=\"doc/foo/text()[1]\"/>", "<doc>\n  <foo a=\"1\"/>\n</doc>");
    }

    @Test
    void a18PrefixesOfPatchAndDocumentAreIndependent() {
        assertPatched(
                "<doc xmlns=\"urn:xxx\" xmlns:z=\"urn:yyy\"><note>This is a sample document</note>"
                        + "<elem a=\"foo\">\n<child/>\n</elem><elem a=\"bar\">\n <z:child/>\n</elem></doc>",
                "xmlns=\"urn:xxx\" xmlns:y=\"urn:yyy\"",
                "<p:add sel=\"doc/elem[@a='foo']\"> <!-- This is a new child --> <child id=\"ert4773\"> <y:node/> </child> </p:add>"
                        + "<p:replace sel=\"doc/note/text()\">Patched doc</p:replace>"
                        + "<p:remove sel=\"*/elem[@a='bar']/y:child\" ws=\"both\"/>"
                        + "<p:add sel=\"*/elem[@a='bar']\" type=\"@b\">new attr</p:add>",
                "<doc xmlns=\"urn:xxx\" xmlns:z=\"urn:yyy\"><note>Patched doc</note>"
                        + "<elem a=\"foo\">\n<child/>\n <!-- This is a new child --> <child id=\"ert4773\"> <z:node/> </child> </elem>"
                        + "<elem a=\"bar\" b=\"new attr\"/></doc>");
    }
}
