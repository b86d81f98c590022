package io.parley.codec.xml.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.codec.xml.DocumentCodec;
import io.parley.codec.xml.Limits;
import io.parley.document.DocumentArbitraries;
import io.parley.document.Element;
import io.parley.document.Info;
import io.parley.document.Xcon;
import io.parley.patch.Condition;
import io.parley.patch.Patch;
import io.parley.spec.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a subscriber makes of notifications (RFC 6502 section 5.2). */
class LocalCopyTest {

    private static final DocumentCodec DOCUMENTS = new DocumentCodec(Limits.defaults());
    private static final Element ONE = DocumentArbitraries.withUsers(1);
    private static final Element TWO = DocumentArbitraries.withUsers(2);

    private final LocalCopy knowsOne = LocalCopy.none(Patching.CODEC)
            .receive(LocalCopy.FULL, DOCUMENTS.write(ONE))
            .copy();

    @Test
    @Requirement("XEV-5.2-01")
    void theFirstFullDocumentIsTheCopy() {
        assertThat(LocalCopy.none(Patching.CODEC).conference()).isEmpty();
        assertThat(knowsOne.conference()).contains(ONE);
    }

    @Test
    @Requirement("XEV-5.2-03")
    void aDiffPatchesTheCopy() {
        LocalCopy.Step step = knowsOne.receive(DiffCodec.MEDIA_TYPE, diff(ONE, TWO));
        assertThat(step.copy().conference()).contains(TWO);
        assertThat(step.refresh()).isEmpty();
    }

    @Test
    @Requirement("XEV-5.2-02")
    void aFullDocumentTakesThePlaceOfAll() {
        LocalCopy patched =
                knowsOne.receive(DiffCodec.MEDIA_TYPE, diff(ONE, TWO)).copy();
        assertThat(patched.receive(LocalCopy.FULL, DOCUMENTS.write(ONE)).copy().conference())
                .contains(ONE);
    }

    @Test
    @Requirement({"XEV-5.2-04", "PATCH-5-01", "PATCH-5-02"})
    void aDiffThatCannotBeAppliedChangesNothingAndAsksForARefresh() {
        byte[] diff = Patching.diff(
                "xmlns:i=\"urn:ietf:params:xml:ns:conference-info\"",
                "<p:remove sel=\"i:conference-info/i:users/i:user\"/><p:remove sel=\"i:nowhere\"/>"
                        + "<p:remove sel=\"i:conference-info/i:users\"/>");
        LocalCopy.Step step = knowsOne.receive(DiffCodec.MEDIA_TYPE, diff);
        assertThat(step.refresh()).contains(Condition.UNLOCATED_NODE);
        assertThat(step.copy().conference()).contains(ONE);
    }

    @Test
    void aDiffBeforeAnyDocumentAsksForARefresh() {
        LocalCopy.Step step = LocalCopy.none(Patching.CODEC).receive(DiffCodec.MEDIA_TYPE, diff(ONE, TWO));
        assertThat(step.refresh()).isPresent();
        assertThat(step.copy().conference()).isEmpty();
    }

    @Test
    @Requirement("XEV-5.2-05")
    void anotherTypeLeavesNothingOfTheFormer() {
        LocalCopy.Step step = knowsOne.receive("application/conference-info+xml", DOCUMENTS.write(TWO));
        assertThat(step.copy().conference()).isEmpty();
    }

    @Test
    @Requirement("XEV-5.5-02")
    void theExampleOfSection55AppliesToThatOfRfc6501() throws IOException {
        byte[] diff = Patching.bytes("<conference-info-diff xmlns=\"urn:ietf:params:xml:ns:xcon-conference-info\""
                + " entity=\"conference123@example.com\">"
                + "<add sel=\"*/users/allowed-users-list\">  <target uri=\"sip:john@example.com\" method=\"refer\"/>\n </add>"
                + "<replace sel=\"*/conference-state/user-count/text()\">5</replace></conference-info-diff>");
        LocalCopy copy = LocalCopy.none(Patching.CODEC)
                .receive(LocalCopy.FULL, example())
                .copy();
        LocalCopy.Step step = copy.receive(DiffCodec.MEDIA_TYPE, diff);
        assertThat(step.refresh()).isEmpty();
        Element conference = step.copy().conference().orElseThrow();
        assertThat(conference.textAt(Info.CONFERENCE_STATE, Info.USER_COUNT)).contains("5");
        assertThat(conference
                        .at(Info.USERS, Xcon.ALLOWED_USERS_LIST)
                        .orElseThrow()
                        .entry(Xcon.TARGET, "sip:john@example.com", "refer"))
                .isPresent();
    }

    private static byte[] example() throws IOException {
        try (InputStream stream = LocalCopyTest.class.getResourceAsStream("/documents/rfc6501-example.xml")) {
            return Objects.requireNonNull(stream).readAllBytes();
        }
    }

    private static byte[] diff(Element before, Element after) {
        return Patching.CODEC.write("xcon:conf1@example.com", Patch.between(before, after));
    }
}
