package io.weir.edge.authority;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;

/** A server's certificate and key as PEM files, signed by an authority in the same directory. */
public record PemPair(Path authority, Path certificate, Path key) {

    /** A pair for the name localhost; it and its authority are made. */
    public static PemPair create(Path directory) throws Exception {
        CertificateAuthority authority = CertificateAuthority.create(directory);
        KeyPair keys = Certificates.newKeys();
        X509Certificate certificate = authority.sign("localhost", keys.getPublic(), Duration.ofDays(1));
        return new PemPair(
                directory.resolve(CertificateAuthority.CERTIFICATE_FILE),
                write(directory.resolve("server.pem"), "CERTIFICATE", certificate.getEncoded()),
                write(
                        directory.resolve("server.key"),
                        "PRIVATE KEY",
                        keys.getPrivate().getEncoded()));
    }

    private static Path write(Path file, String kind, byte[] bytes) throws Exception {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
