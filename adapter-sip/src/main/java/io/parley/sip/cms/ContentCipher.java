package io.parley.sip.cms;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;

/** With what the content of an envelope is encrypted (RFC 3565, RFC 3370). */
public enum ContentCipher {
    /** AES with 256 bits, chained. */
    AES_256_CBC(CMSAlgorithm.AES256_CBC),
    /** Triple DES, chained, for clients that know nothing better. */
    DES_EDE3_CBC(CMSAlgorithm.DES_EDE3_CBC);

    private final ASN1ObjectIdentifier algorithm;

    ContentCipher(ASN1ObjectIdentifier algorithm) {
        this.algorithm = algorithm;
    }

    ASN1ObjectIdentifier algorithm() {
        return algorithm;
    }
}
