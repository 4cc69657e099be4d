package io.weir.edge.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** Whose certificates an upstream may show. */
final class UpstreamTrust {

    private UpstreamTrust() {}

    /**
     * TLS that trusts what the JDK trusts, and more.
     *
     * @param authorities certificates in PEM; null for none
     * @throws IllegalArgumentException if the file cannot be read
     */
    static SslContextFactory.Client of(@Nullable Path authorities) {
        SslContextFactory.Client tls = new SslContextFactory.Client();
        if (authorities != null) {
            tls.setTrustStore(store(authorities));
        }
        return tls;
    }

    private static KeyStore store(Path authorities) {
        try (InputStream pem = Files.newInputStream(authorities)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            add(store, "jdk-", trustedByTheJdk());
            add(store, "file-", CertificateFactory.getInstance("X.509").generateCertificates(pem));
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("no certificates in PEM can be read from " + authorities, e);
        }
    }

    private static void add(KeyStore store, String prefix, Collection<? extends Certificate> certificates)
            throws GeneralSecurityException {
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry(prefix + number++, certificate);
        }
    }

    private static Collection<? extends Certificate> trustedByTheJdk() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }
}
