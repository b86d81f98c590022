package io.parley.sip.cms;

import io.parley.ports.out.Envelopes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.bc.BcCMSContentEncryptorBuilder;
import org.bouncycastle.cms.bc.BcRSAKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.bc.BcRSAKeyTransRecipientInfoGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/**
 * Envelopes as CMS {@code EnvelopedData} with one recipient, whom issuer and serial number of his certificate name, and to whom the key is
 * transported by RSA with the padding of PKCS #1 version 1.5, as clients of C3P expect it (MS-CONFBAS section 4.4.7). Immutable; safe to share
 * between threads.
 *
 * <p>Only certificates with an RSA key of 1024 to 8192 bits are sealed for, which have no key usage or {@code keyEncipherment}; whether they are
 * valid and who vouches for them is nobody's concern. What is sent to be opened says in the same way that it was sealed for another, and that
 * it is broken.
 */
public final class CmsEnvelopes implements Envelopes {

    /** How long an envelope may be that is sent to be opened. */
    private static final int LONGEST = 65_536;

    private final X509CertificateHolder own;
    private final AsymmetricKeyParameter key;
    private final ContentCipher cipher;

    private CmsEnvelopes(X509CertificateHolder own, AsymmetricKeyParameter key, ContentCipher cipher) {
        this.own = own;
        this.key = key;
        this.cipher = cipher;
    }

    /**
     * With a certificate of our own that is made now and lives as long as this object: what was sealed for it cannot be opened by another.
     *
     * @param name the common name in it, such as our domain
     * @param now the time that it is; the certificate is valid for ten years
     */
    public static CmsEnvelopes selfSigned(String name, Instant now) {
        return of(Identity.selfSigned(name, now));
    }

    /**
     * With the first certificate and the first private key in {@code pem}: PKCS #8 or PKCS #1, not encrypted.
     *
     * @throws IllegalArgumentException if one of them is missing, they do not belong together, or are not for key transport by RSA
     */
    public static CmsEnvelopes ofPem(String pem) {
        return of(Identity.ofPem(pem));
    }

    private static CmsEnvelopes of(Identity identity) {
        X509CertificateHolder certificate = identity.certificate();
        try {
            if (!RecipientCertificate.isForKeyTransport(certificate)) {
                throw new IllegalArgumentException(certificate.getSubject() + " is not for key transport by RSA");
            }
            AsymmetricKeyParameter secret = PrivateKeyFactory.createKey(identity.key());
            AsymmetricKeyParameter open = PublicKeyFactory.createKey(certificate.getSubjectPublicKeyInfo());
            boolean pair = secret instanceof RSAKeyParameters mine
                    && open instanceof RSAKeyParameters told
                    && mine.getModulus().equals(told.getModulus());
            if (!pair) {
                throw new IllegalArgumentException("the private key is not that of " + certificate.getSubject());
            }
            return new CmsEnvelopes(certificate, secret, ContentCipher.AES_256_CBC);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("no usable key in " + certificate.getSubject(), unreadable);
        }
    }

    /** These, with the content encrypted otherwise; {@link ContentCipher#AES_256_CBC} unless said. */
    public CmsEnvelopes with(ContentCipher other) {
        return new CmsEnvelopes(own, key, other);
    }

    @Override
    public Optional<byte[]> seal(String secret, byte[] certificate) {
        return RecipientCertificate.read(certificate).map(recipient -> sealed(secret, recipient));
    }

    private byte[] sealed(String secret, X509CertificateHolder recipient) {
        try {
            CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(new BcRSAKeyTransRecipientInfoGenerator(recipient));
            return generator
                    .generate(
                            new CMSProcessableByteArray(secret.getBytes(StandardCharsets.UTF_8)),
                            new BcCMSContentEncryptorBuilder(cipher.algorithm()).build())
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (CMSException | IOException broken) {
            throw new IllegalStateException("an envelope could not be sealed", broken);
        }
    }

    @Override
    public byte[] certificate() {
        try {
            return own.getEncoded();
        } catch (IOException broken) {
            throw new IllegalStateException("a certificate that was read cannot be written", broken);
        }
    }

    @Override
    public Optional<String> open(byte[] envelope) {
        if (envelope.length == 0 || envelope.length > LONGEST) {
            return Optional.empty();
        }
        try {
            RecipientInformation recipient = new CMSEnvelopedData(envelope)
                    .getRecipientInfos()
                    .get(new KeyTransRecipientId(own.getIssuer(), own.getSerialNumber()));
            return recipient == null
                    ? Optional.empty()
                    : Optional.of(text(recipient.getContent(new BcRSAKeyTransEnvelopedRecipient(key))));
        } catch (CMSException | CharacterCodingException | RuntimeException unopened) {
            // What is no envelope, or was tampered with, makes the library throw whatever it likes.
            return Optional.empty();
        }
    }

    private static String text(byte[] octets) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(octets))
                .toString();
    }
}
