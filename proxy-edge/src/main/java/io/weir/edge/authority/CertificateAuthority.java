package io.weir.edge.authority;

import io.weir.platform.file.OwnerFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;

/**
 * A certificate authority that lives in a directory: {@value #CERTIFICATE_FILE}, which agents are told to trust, and
 * {@value #KEY_FILE}, which only its owner can read. Whoever has the key can pretend to be any server to these agents.
 * Immutable and safe to share.
 */
public final class CertificateAuthority {

    /** The certificate, in PEM. */
    public static final String CERTIFICATE_FILE = "weir-ca.pem";

    /** The key, in PEM (PKCS #8). */
    public static final String KEY_FILE = "weir-ca.key";

    private static final Duration VALID = Duration.ofDays(5 * 365);
    private static final String KEY_HEAD = "-----BEGIN PRIVATE KEY-----";
    private static final String KEY_TAIL = "-----END PRIVATE KEY-----";

    private final X509Certificate certificate;
    private final PrivateKey key;

    private CertificateAuthority(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    /**
     * Makes an authority in a directory, which is created if need be.
     *
     * @throws FileAlreadyExistsException if there is one
     */
    public static CertificateAuthority create(Path directory) throws IOException {
        KeyPair keys = Certificates.newKeys();
        X509Certificate certificate = Certificates.ofAuthority(keys, VALID);
        String keyText = KEY_HEAD + "\n" + mime(keys.getPrivate().getEncoded()) + "\n" + KEY_TAIL;
        if (!OwnerFile.create(directory.resolve(KEY_FILE), keyText)) {
            throw new FileAlreadyExistsException(directory.resolve(KEY_FILE).toString());
        }
        Files.writeString(directory.resolve(CERTIFICATE_FILE), pem(certificate));
        return new CertificateAuthority(certificate, keys.getPrivate());
    }

    /**
     * The authority of a directory.
     *
     * @throws IllegalArgumentException if there is none that can be used
     */
    public static CertificateAuthority read(Path directory) {
        try (InputStream pem = Files.newInputStream(directory.resolve(CERTIFICATE_FILE))) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
            String keyText = Files.readString(directory.resolve(KEY_FILE));
            byte[] key = Base64.getMimeDecoder()
                    .decode(keyText.replace(KEY_HEAD, "").replace(KEY_TAIL, "").strip());
            PrivateKey privateKey =
                    KeyFactory.getInstance(Certificates.KEY_ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(key));
            return new CertificateAuthority(certificate, privateKey);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "there is no certificate authority in " + directory + "; make one with 'weir gateway ca'", e);
        }
    }

    /** The certificate that agents must trust. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** A certificate for one host, signed by this authority. */
    X509Certificate sign(String host, PublicKey hostKey, Duration valid) {
        return Certificates.ofHost(host, hostKey, valid, certificate, key);
    }

    private static String pem(X509Certificate certificate) throws IOException {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + mime(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate has no encoding", e);
        }
    }

    private static String mime(byte[] bytes) {
        return Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    }
}
