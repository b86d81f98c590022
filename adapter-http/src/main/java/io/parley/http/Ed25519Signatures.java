package io.parley.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Set;

/** Verifies EdDSA over Ed25519 (RFC 8037 section 3.1) by the JDK, where the library would need another one. */
final class Ed25519Signatures implements JWSVerifier {

    private static final int KEY_BYTES = 32;

    private final OctetKeyPair key;
    private final JCAContext context = new JCAContext();

    Ed25519Signatures(OctetKeyPair key) {
        this.key = key;
    }

    @Override
    public boolean verify(JWSHeader header, byte[] signed, Base64URL signature) throws JOSEException {
        if (!Curve.Ed25519.equals(key.getCurve()) || !JWSAlgorithm.EdDSA.equals(header.getAlgorithm())) {
            return false;
        }
        try {
            Signature checking = Signature.getInstance("Ed25519");
            checking.initVerify(publicKey());
            checking.update(signed);
            return checking.verify(signature.decode());
        } catch (GeneralSecurityException unusable) {
            throw new JOSEException(unusable.getMessage(), unusable);
        }
    }

    /** RFC 8032 section 5.1.2: the y coordinate with the lowest byte first, and the sign of x in the highest bit. */
    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = key.getX().decode();
        if (encoded.length != KEY_BYTES) {
            throw new GeneralSecurityException("Not a key of Ed25519");
        }
        byte[] y = new byte[KEY_BYTES];
        for (int i = 0; i < KEY_BYTES; i++) {
            y[i] = encoded[KEY_BYTES - 1 - i];
        }
        boolean xIsOdd = (y[0] & 0x80) != 0;
        y[0] &= 0x7F;
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(xIsOdd, new BigInteger(1, y))));
    }

    @Override
    public Set<JWSAlgorithm> supportedJWSAlgorithms() {
        return Set.of(JWSAlgorithm.EdDSA);
    }

    @Override
    public JCAContext getJCAContext() {
        return context;
    }
}
