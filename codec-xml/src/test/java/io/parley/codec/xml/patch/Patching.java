package io.parley.codec.xml.patch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.codec.xml.Limits;
import io.parley.codec.xml.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;

/** Patches applied as text, and results compared as RFC 5261 section 3 compares documents: in canonical form with comments. */
final class Patching {

    static final DiffCodec CODEC = new DiffCodec(Limits.defaults());

    private Patching() {}

    /** A diff with these operations, whose names have the prefix p, and these declarations on its root. */
    static byte[] diff(String declarations, String operations) {
        return bytes("<p:conference-info-diff xmlns:p=\"urn:ietf:params:xml:ns:xcon-conference-info\""
                + " entity=\"xcon:1@example.com\" " + declarations + ">" + operations + "</p:conference-info-diff>");
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    static DiffCodec.Result apply(String document, String declarations, String operations) {
        try {
            return CODEC.apply(bytes(document), diff(declarations, operations));
        } catch (UnreadableException unusable) {
            throw new IllegalArgumentException(document, unusable);
        }
    }

    static void assertPatched(String document, String operations, String result) {
        assertPatched(document, "", operations, result);
    }

    static void assertPatched(String document, String declarations, String operations, String result) {
        assertThat(apply(document, declarations, operations))
                .isInstanceOfSatisfying(
                        DiffCodec.Result.Done.class,
                        done -> assertThat(canonical(done.document())).isEqualTo(canonical(bytes(result))));
    }

    static void assertFails(String document, String operations, String condition) {
        assertFails(document, "", operations, condition);
    }

    static void assertFails(String document, String declarations, String operations, String condition) {
        assertThat(apply(document, declarations, operations))
                .as(operations)
                .isInstanceOfSatisfying(
                        DiffCodec.Result.Failed.class,
                        failed -> assertThat(failed.condition().element()).isEqualTo(condition));
    }

    static String canonical(byte[] xml) {
        try {
            TransformService service =
                    TransformService.getInstance(CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS, "DOM");
            service.init((TransformParameterSpec) null);
            OctetStreamData form =
                    (OctetStreamData) service.transform(new OctetStreamData(new ByteArrayInputStream(xml)), null);
            return new String(form.getOctetStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | TransformException | IOException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
