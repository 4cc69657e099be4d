package io.weir.edge.authority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * TLS in the name of any host. A host's certificate is made when it is first asked for and kept for a day; the
 * {@value #HOSTS_MAX} hosts that were asked for last are kept. Safe to share between threads.
 */
public final class HostCertificates {

    private static final int HOSTS_MAX = 1_000;
    private static final Duration VALID = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final char[] NO_PASSWORD = new char[0];

    private final CertificateAuthority authority;
    private final KeyPair keys = Certificates.newKeys();
    private final Map<String, Made> made = new LinkedHashMap<>(16, 0.75f, true);

    /** Certificates that this authority signs. */
    public HostCertificates(CertificateAuthority authority) {
        this.authority = authority;
    }

    private record Made(SSLContext context, Instant at) {}

    /**
     * TLS in the name of a host.
     *
     * @param host name or address, in lower case, without brackets
     */
    public synchronized SSLContext context(String host) {
        Instant now = Instant.now();
        Made found = made.get(host);
        if (found != null && found.at().plus(KEPT).isAfter(now)) {
            return found.context();
        }
        Made fresh = new Made(newContext(host), now);
        made.put(host, fresh);
        if (made.size() > HOSTS_MAX) {
            made.remove(made.keySet().iterator().next());
        }
        return fresh.context();
    }

    private SSLContext newContext(String host) {
        Certificate[] chain = {authority.sign(host, keys.getPublic(), VALID), authority.certificate()};
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("host", keys.getPrivate(), NO_PASSWORD, chain);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no TLS can be set up", e);
        }
    }
}
