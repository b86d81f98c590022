package io.parley.codec.xml.patch;

import static io.parley.codec.xml.patch.Patching.assertFails;
import static io.parley.codec.xml.patch.Patching.assertPatched;

import io.parley.spec.Requirement;
import org.junit.jupiter.api.Test;

/** Prefixes of patches and documents (RFC 5261 section 4.2). */
class NamespacesTest {

    @Test
    @Requirement({"PATCH-4.2-01", "PATCH-4.2.1-01"})
    void namesAreMatchedByNamespace() {
        assertPatched(
                "<b:l xmlns:b=\"foo:\"><b:e/></b:l>",
                "xmlns:a=\"foo:\"",
                "<p:remove sel=\"a:l/a:e\"/>",
                "<b:l xmlns:b=\"foo:\"/>");
        assertPatched(
                "<b:l xmlns:b=\"foo:\"><b:e/></b:l>",
                "xmlns:a=\"bar:\"",
                "<p:remove xmlns:a=\"foo:\" sel=\"a:l/a:e\"/>",
                "<b:l xmlns:b=\"foo:\"/>");
    }

    @Test
    @Requirement({"PATCH-4.2.1-02", "PATCH-4.2.1-03"})
    void aStepWithoutPrefixIsInTheDefaultNamespaceOfThePatch() {
        String document = "<l><bar/><f:bar xmlns:f=\"foo:\"/></l>";
        assertPatched(document, "xmlns=\"foo:\"", "<p:remove sel=\"*/bar\"/>", "<l><bar/></l>");
        assertPatched(document, "", "<p:remove sel=\"*/bar\"/>", "<l><f:bar xmlns:f=\"foo:\"/></l>");
        assertFails("<f:bar xmlns:f=\"foo:\"/>", "<p:add sel=\"bar\"><x/></p:add>", "unlocated-node");
        assertFails("<bar/>", "xmlns=\"foo:\"", "<p:add sel=\"bar\"><x/></p:add>", "unlocated-node");
    }

    @Test
    @Requirement("PATCH-4.2.2-02")
    void anAttributeWithoutPrefixIsInNoNamespace() {
        assertPatched(
                "<l xmlns=\"foo:\"><u entity=\"x\"/></l>",
                "xmlns=\"foo:\"",
                "<p:remove sel=\"l/u[@entity='x']\"/>",
                "<l xmlns=\"foo:\"/>");
    }

    @Test
    @Requirement("PATCH-4.2.3-01")
    void contentGetsThePrefixOfTheDocument() {
        assertPatched(
                "<l xmlns:b=\"foo:\"/>",
                "xmlns:a=\"foo:\"",
                "<p:add sel=\"l\"><a:bar a:c=\"1\"/></p:add>",
                "<l xmlns:b=\"foo:\"><b:bar b:c=\"1\"/></l>");
    }

    @Test
    @Requirement("PATCH-4.2.3-02")
    void whatContentDeclaresItselfIsKept() {
        assertPatched(
                "<l xmlns:b=\"foo:\"/>",
                "<p:add sel=\"l\"><n:bar xmlns:n=\"foo:\" xmlns:unused=\"u:\"/></p:add>",
                "<l xmlns:b=\"foo:\"><n:bar xmlns:n=\"foo:\" xmlns:unused=\"u:\"/></l>");
    }

    @Test
    void whatNobodyDeclaresIsDeclared() {
        assertPatched(
                "<l xmlns=\"d:\"/>",
                "xmlns:a=\"foo:\" xmlns:d=\"d:\"",
                "<p:add sel=\"d:l\"><a:bar><none/></a:bar></p:add>",
                "<l xmlns=\"d:\"><a:bar xmlns:a=\"foo:\"><none xmlns=\"\"/></a:bar></l>");
    }

    @Test
    @Requirement("PATCH-4.2.3-03")
    void thePrefixOfThePatchComesFirst() {
        assertPatched(
                "<x:l xmlns:x=\"foo:\" xmlns:y=\"foo:\"/>",
                "xmlns:y=\"foo:\"",
                "<p:add sel=\"y:l\"><y:e/></p:add>",
                "<x:l xmlns:x=\"foo:\" xmlns:y=\"foo:\"><y:e/></x:l>");
    }

    @Test
    @Requirement("PATCH-4.2.3-04")
    void thePrefixOfTheParentComesSecond() {
        assertPatched(
                "<x:l xmlns:x=\"foo:\" xmlns:p=\"foo:\"/>",
                "xmlns:q=\"foo:\"",
                "<p:add sel=\"q:l\"><q:e/></p:add>",
                "<x:l xmlns:x=\"foo:\" xmlns:p=\"foo:\"><x:e/></x:l>");
    }

    @Test
    @Requirement("PATCH-4.2.3-05")
    void theNextPrefixBeforeComesThird() {
        String document = "<l xmlns:x=\"foo:\" xmlns:y=\"foo:\"/>";
        assertPatched(
                document,
                "xmlns:xx=\"foo:\"",
                "<p:add sel=\"l\"><xx:e/></p:add>",
                document.replace("/>", "><x:e/></l>"));
        assertPatched(
                document, "xmlns:a=\"foo:\"", "<p:add sel=\"l\"><a:e/></p:add>", document.replace("/>", "><x:e/></l>"));
        assertPatched(
                "<z:l xmlns:z=\"z:\" xmlns:x=\"foo:\" xmlns:y=\"foo:\" xmlns=\"foo:\"/>",
                "xmlns:a=\"foo:\" xmlns:z=\"z:\"",
                "<p:add sel=\"z:l\"><a:e/></p:add>",
                "<z:l xmlns:z=\"z:\" xmlns:x=\"foo:\" xmlns:y=\"foo:\" xmlns=\"foo:\"><e/></z:l>");
    }

    @Test
    @Requirement("PATCH-4.2.3-06")
    void prefixesAreInTheOrderOfCodePoints() {
        String document = "<l xmlns:B=\"foo:\" xmlns:c=\"foo:\"/>";
        assertPatched(
                document, "xmlns:b=\"foo:\"", "<p:add sel=\"l\"><b:e/></p:add>", document.replace("/>", "><B:e/></l>"));
        String other = "<l xmlns:B=\"foo:\" xmlns:a=\"foo:\"/>";
        assertPatched(other, "xmlns:b=\"foo:\"", "<p:add sel=\"l\"><b:e/></p:add>", other.replace("/>", "><a:e/></l>"));
    }

    @Test
    @Requirement("PATCH-4.2.3-07")
    void theContextIsTheParentOfWhatComesIn() {
        String document = "<l xmlns:x=\"foo:\"><m xmlns:y=\"foo:\" xmlns:x=\"other:\"><e/></m></l>";
        assertPatched(
                document,
                "xmlns:q=\"foo:\"",
                "<p:add sel=\"l/m\"><q:n/></p:add>",
                document.replace("<e/>", "<e/><y:n/>"));
        assertPatched(
                document,
                "xmlns:q=\"foo:\"",
                "<p:replace sel=\"l/m/e\"><q:n/></p:replace>",
                document.replace("<e/>", "<y:n/>"));
        assertPatched(
                document,
                "xmlns:q=\"foo:\"",
                "<p:replace sel=\"l/m\"><q:n/></p:replace>",
                "<l xmlns:x=\"foo:\"><x:n/></l>");
    }

    @Test
    @Requirement("PATCH-4.2.3-08")
    void anAttributeNeverReliesOnTheDefault() {
        assertPatched(
                "<l xmlns=\"foo:\" xmlns:z=\"foo:\"/>",
                "xmlns:a=\"foo:\"",
                "<p:add sel=\"a:l\" type=\"@a:x\">1</p:add>",
                "<l xmlns=\"foo:\" xmlns:z=\"foo:\" z:x=\"1\"/>");
        assertPatched(
                "<l xmlns=\"foo:\"/>",
                "xmlns:a=\"foo:\"",
                "<p:add sel=\"a:l\" type=\"@a:x\">1</p:add>",
                "<l xmlns=\"foo:\" xmlns:a=\"foo:\" a:x=\"1\"/>");
    }

    @Test
    @Requirement("PATCH-4.2.3-09")
    void noDeclarationIsCleanedUp() {
        assertPatched(
                "<l xmlns:x=\"foo:\"><x:e/></l>",
                "xmlns:x=\"foo:\"",
                "<p:remove sel=\"l/x:e\"/>",
                "<l xmlns:x=\"foo:\"/>");
    }
}
