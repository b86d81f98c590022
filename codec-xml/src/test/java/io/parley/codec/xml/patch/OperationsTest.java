package io.parley.codec.xml.patch;

import static io.parley.codec.xml.patch.Patching.assertFails;
import static io.parley.codec.xml.patch.Patching.assertPatched;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.codec.xml.UnreadableException;
import io.parley.spec.Requirement;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What operations do to XML beyond the examples of RFC 5261, and when they fail. */
class OperationsTest {

    private static final String USERS = "<l><u id=\"1\" k=\"x\"><n>a</n></u><u id=\"1\" k=\"y\"><n>b</n></u></l>";

    @Test
    @Requirement({"PATCH-4.3-01", "PATCH-4.3-02", "PATCH-4.3-04"})
    void contentIsPutWherePosSays() {
        assertPatched(USERS, "<p:add sel=\"l\"><u/></p:add>", USERS.replace("</l>", "<u/></l>"));
        assertPatched(USERS, "<p:add sel=\"l\" pos=\"prepend\"><u/></p:add>", USERS.replace("<l>", "<l><u/>"));
        assertPatched(
                USERS, "<p:add sel=\"l/u[1]\" pos=\"after\"><v/></p:add>", USERS.replaceFirst("</u>", "</u><v/>"));
    }

    @Test
    @Requirement("PATCH-4-01")
    void eachOperationWorksOnWhatTheOneBeforeHasMade() {
        assertPatched("<l/>", "<p:add sel=\"l\"><u/></p:add><p:add sel=\"l/u\"><v/></p:add>", "<l><u><v/></u></l>");
        assertPatched(
                "<l><u>1</u><u>2</u><u>3</u></l>",
                "<p:remove sel=\"l/u[1]\"/><p:remove sel=\"l/u[1]\"/>",
                "<l><u>3</u></l>");
    }

    @Test
    @Requirement({"PATCH-4.1-01", "PATCH-4.1-05", "PATCH-4.1-07"})
    void aSelectorLocatesOneNode() {
        assertFails(USERS, "<p:remove sel=\"l/u[@id='1']\"/>", "unlocated-node");
        assertFails(USERS, "<p:remove sel=\"l/w\"/>", "unlocated-node");
        String three = "<l><u id=\"0\"/><u id=\"1\" k=\"a\"/><u id=\"1\" k=\"b\"/></l>";
        assertPatched(three, "<p:remove sel=\"l/u[@id='1'][2]\"/>", "<l><u id=\"0\"/><u id=\"1\" k=\"a\"/></l>");
        assertPatched(three, "<p:remove sel=\"l/u[2][@id='1']\"/>", "<l><u id=\"0\"/><u id=\"1\" k=\"b\"/></l>");
        assertFails(three, "<p:remove sel=\"l/u[0]\"/>", "unlocated-node");
    }

    @ParameterizedTest
    @ValueSource(strings = {"l/u[@k='y']", "l/u[n='b']", "l/u[.=\"b\"]", "/l/u[2]", "*/*[2]", "l/u[@id='1'][@k=\"y\"]"})
    @Requirement({"PATCH-4.1-04", "PATCH-4.1-06"})
    void theSecondUserIsLocated(String sel) {
        assertPatched(
                USERS,
                "<p:remove sel='" + sel.replace("'", "&apos;") + "'/>",
                "<l><u id=\"1\" k=\"x\"><n>a</n></u></l>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//u",
                "l|m",
                "count(l/u)",
                "l/child::u",
                "l/u[position()=1]",
                "l/u[namespace-uri()='']",
                "l/u[local-name()='u']",
                "l/..",
                "",
                "/",
                "l/",
                "l/u[@id]",
                "l/u[@id='1]",
                "l/u[last()]",
                "id()",
                "l/ u",
                "l/u[1",
                "l/@id/u",
                "text()/u",
                "l/u[@id=1]"
            })
    @Requirement({"PATCH-11-01", "PATCH-4.2.2-01", "PATCH-4.1-12", "PATCH-4.1-04"})
    void whatTheGrammarDoesNotHaveIsRefused(String sel) {
        assertFails(USERS, "<p:remove sel=\"" + sel + "\"/>", "invalid-attribute-value");
    }

    @Test
    @Requirement("PATCH-4.1-02")
    void aSelectorStartsAtTheDocument() {
        assertPatched("<l><l/></l>", "<p:add sel=\"l\"><m/></p:add>", "<l><l/><m/></l>");
        assertPatched("<l><l/></l>", "<p:add sel=\"/l\"><m/></p:add>", "<l><l/><m/></l>");
    }

    @Test
    @Requirement("PATCH-4.1-11")
    void idFindsXmlId() {
        assertPatched("<l><u xml:id=\"e1\"/><u/></l>", "<p:remove sel=\"id('e1')\"/>", "<l><u/></l>");
        assertPatched(
                "<l><u xml:id=\"e1\"><v/></u></l>", "<p:remove sel=\"id('e1')/v\"/>", "<l><u xml:id=\"e1\"/></l>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<p:add sel='l' pos='inside'><u/></p:add> | invalid-attribute-value",
                "<p:add sel='l/@a'>x</p:add> | invalid-attribute-value",
                "<p:add sel='l' type='a'>x</p:add> | invalid-attribute-value",
                "<p:remove sel='l/@a' ws='after'/> | invalid-attribute-value",
                "<p:remove sel='l/e/text()' ws='after'/> | invalid-attribute-value",
                "<p:remove sel='l/e' ws='around'/> | invalid-attribute-value",
                "<p:remove/> | invalid-diff-format",
                "<p:move sel='l'/> | invalid-diff-format",
                "<p:remove sel='l'> | invalid-diff-format",
                "<p:add sel='l'>&unknown;</p:add> | invalid-entity-declaration",
                "<p:remove sel='q:l'/> | invalid-namespace-prefix",
                "<p:remove sel='l/namespace::n'/> | invalid-namespace-prefix",
                "<p:add sel='l' type='namespace::x'/> | invalid-node-types",
                "<p:add sel='l' type='namespace::xml'>urn:x</p:add> | invalid-namespace-prefix",
                "<p:replace sel='l/e/namespace::n'>urn:x</p:replace> | invalid-namespace-uri",
                "<p:add sel='l/e/text()' type='@x'>1</p:add> | invalid-node-types",
                "<p:add sel='l' type='@x'><v/></p:add> | invalid-node-types",
                "<p:add sel='l' type='@x'>a<!-- b --></p:add> | invalid-node-types",
                "<p:replace sel='l/e'>text</p:replace> | invalid-node-types",
                "<p:replace sel='l/e'><a/><b/></p:replace> | invalid-node-types",
                "<p:replace sel='l/e'/> | invalid-node-types",
                "<p:replace sel='l/@a'><b/></p:replace> | invalid-node-types",
                "<p:add sel='l' type='@a'>1</p:add> | invalid-patch-directive",
                "<p:remove sel='*'/> | invalid-root-element-operation",
                "<p:add sel='l' pos='before'><u/></p:add> | invalid-root-element-operation",
                "<p:add sel='l' pos='after'>text</p:add> | invalid-xml-prolog-operation",
                "<p:remove sel='processing-instruction(\"xml\")'/> | invalid-xml-prolog-operation",
                "<p:remove sel='l/e' ws='after'/> | invalid-whitespace-directive",
                "<p:remove sel='l/f'/> | unlocated-node",
                "<p:remove sel='l/@b'/> | unlocated-node",
                "<p:remove sel='id(\"x\")'/> | unlocated-node"
            })
    @Requirement({
        "PATCH-5.1-01",
        "PATCH-4.3-05",
        "PATCH-4.3-08",
        "PATCH-4.3-09",
        "PATCH-4.4-02",
        "PATCH-4.5-04",
        "PATCH-3-06",
        "PATCH-3-08",
        "PATCH-4.2.1-04"
    })
    void aFaultHasItsCondition(String operation, String condition) {
        assertFails("<?xml version=\"1.0\"?><l a=\"1\" xmlns:n=\"urn:n\"><e>t</e><n:x/></l>", operation, condition);
    }

    @Test
    void aDiffInAnotherCharacterSetIsRefused() throws UnreadableException {
        byte[] latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><d/>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Patching.CODEC.apply(Patching.bytes("<l/>"), latin))
                .isInstanceOfSatisfying(
                        DiffCodec.Result.Failed.class,
                        failed -> assertThat(failed.condition().element()).isEqualTo("invalid-character-set"));
    }

    @Test
    @Requirement({"PATCH-4.3-10", "PATCH-4.3-11"})
    void anAttributeIsAddedOnceAndMayBeEmpty() {
        assertPatched("<l/>", "<p:add sel=\"l\" type=\"@a\"/>", "<l a=\"\"/>");
        assertFails(
                "<l/>",
                "<p:add sel=\"l\" type=\"@a\">1</p:add><p:add sel=\"l\" type=\"@a\">2</p:add>",
                "invalid-patch-directive");
    }

    @Test
    @Requirement({"PATCH-3-06", "PATCH-3-07"})
    void commentsAndInstructionsStandBesideTheRoot() {
        assertPatched("<l/>", "<p:add sel=\"l\" pos=\"before\"><!-- c --></p:add>", "<!-- c --><l/>");
        assertPatched("<!-- c --><l/><?i x?>", "<p:remove sel=\"comment()\"/>", "<l/><?i x?>");
        assertPatched(
                "<l/><?i x?>", "<p:replace sel=\"processing-instruction('i')\"><?i y?></p:replace>", "<l/><?i y?>");
    }

    @Test
    @Requirement("PATCH-3-05")
    void eachKindOfNodeIsAddedReplacedAndRemoved() {
        assertPatched("<l/>", "<p:add sel=\"l\"><e/></p:add>", "<l><e/></l>");
        assertPatched("<l><e/></l>", "<p:replace sel=\"l/e\"><f/></p:replace>", "<l><f/></l>");
        assertPatched("<l><e/></l>", "<p:remove sel=\"l/e\"/>", "<l/>");
        assertPatched("<l/>", "<p:add sel=\"l\" type=\"@a\">1</p:add>", "<l a=\"1\"/>");
        assertPatched("<l a=\"1\"/>", "<p:replace sel=\"l/@a\">2</p:replace>", "<l a=\"2\"/>");
        assertPatched("<l a=\"1\"/>", "<p:remove sel=\"l/@a\"/>", "<l/>");
        assertPatched("<l/>", "<p:add sel=\"l\" type=\"namespace::n\">urn:n</p:add>", "<l xmlns:n=\"urn:n\"/>");
        assertPatched(
                "<l xmlns:n=\"urn:n\"/>",
                "<p:replace sel=\"l/namespace::n\">urn:m</p:replace>",
                "<l xmlns:n=\"urn:m\"/>");
        assertPatched("<l xmlns:n=\"urn:n\"/>", "<p:remove sel=\"l/namespace::n\"/>", "<l/>");
        assertPatched("<l/>", "<p:add sel=\"l\"><!--c--></p:add>", "<l><!--c--></l>");
        assertPatched("<l><!--c--></l>", "<p:replace sel=\"l/comment()\"><!--d--></p:replace>", "<l><!--d--></l>");
        assertPatched("<l><!--c--></l>", "<p:remove sel=\"l/comment()\"/>", "<l/>");
        assertPatched("<l/>", "<p:add sel=\"l\">t</p:add>", "<l>t</l>");
        assertPatched("<l>t</l>", "<p:replace sel=\"l/text()\">u</p:replace>", "<l>u</l>");
        assertPatched("<l>t</l>", "<p:remove sel=\"l/text()\"/>", "<l/>");
        assertPatched("<l/>", "<p:add sel=\"l\"><?i?></p:add>", "<l><?i?></l>");
        assertPatched(
                "<l><?i?></l>", "<p:replace sel=\"l/processing-instruction()\"><?j?></p:replace>", "<l><?j?></l>");
        assertPatched("<l><?i?></l>", "<p:remove sel=\"l/processing-instruction('i')\"/>", "<l/>");
    }

    @Test
    @Requirement("PATCH-3-01")
    void contentIsTakenOverUnaltered() {
        assertPatched(
                "<l/>",
                "<p:add sel=\"l\"><e z=\"1\" a=\"2\"><![CDATA[<&]]> x</e></p:add>",
                "<l><e a=\"2\" z=\"1\">&lt;&amp; x</e></l>");
    }

    @Test
    @Requirement({"XEV-5.3-04", "XEV-5.3-05"})
    void extensionsOfADiffAreIgnored() {
        assertPatched(
                "<l/>",
                "xmlns:x=\"urn:x\"",
                "<x:hint/><p:add sel=\"l\" x:foo=\"1\" foo=\"2\"><e/></p:add><x:hint><p:remove sel=\"l\"/></x:hint>",
                "<l><e/></l>");
    }
}
