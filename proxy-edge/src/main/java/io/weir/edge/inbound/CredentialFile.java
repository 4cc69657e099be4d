package io.weir.edge.inbound;

import com.fasterxml.jackson.core.type.TypeReference;
import io.weir.platform.file.OwnerFile;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Credentials for upstreams, encrypted at rest (AES-256-GCM, NIST SP 800-38D, a random nonce of 96 bits for each value,
 * bound to the credential's and the header's name). They can be written, replaced and revoked, and read only by the
 * gateway: nothing prints them.
 */
public final class CredentialFile {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final SecretKey key;

    /** The credentials of a file, which need not be there yet. */
    public CredentialFile(Path file, SecretKey key) {
        this.file = file;
        this.key = key;
    }

    /**
     * What may be known of a credential.
     *
     * @param name by which routes know it
     * @param headerNames what it sets
     * @param madeAt ISO 8601
     * @param revoked whether it may not be used any more
     */
    public record Listed(String name, List<String> headerNames, String madeAt, boolean revoked) {}

    /** All credentials, without their values. */
    public List<Listed> list() throws IOException {
        return read().stream()
                .map(kept ->
                        new Listed(kept.name(), List.copyOf(kept.sealed().keySet()), kept.madeAt(), kept.revoked()))
                .toList();
    }

    /** Keeps headers under a name, in place of what was there. */
    public void put(String name, Map<String, String> headers) throws IOException {
        Map<String, String> sealed = new TreeMap<>();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            sealed.put(header.getKey(), seal(name, header.getKey(), header.getValue()));
        }
        replace(new StoredCredential(name, Instant.now().toString(), false, sealed));
    }

    /**
     * Destroys the values of a credential; routes that need it answer 502 from then on.
     *
     * @return whether there was one
     */
    public boolean revoke(String name) throws IOException {
        Optional<StoredCredential> found = find(name);
        if (found.isPresent()) {
            replace(found.get().revokedNow());
        }
        return found.isPresent();
    }

    /**
     * The headers of a credential.
     *
     * @return empty if there is none, it is revoked, or the key does not open it
     */
    public Optional<Map<String, String>> headers(String name) throws IOException {
        return find(name).filter(kept -> !kept.revoked()).flatMap(this::open);
    }

    private Optional<Map<String, String>> open(StoredCredential kept) {
        Map<String, String> headers = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> sealed : kept.sealed().entrySet()) {
                headers.put(sealed.getKey(), open(kept.name(), sealed.getKey(), sealed.getValue()));
            }
            return Optional.of(headers);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Another key, or a changed file: either way it is not what was stored.
            return Optional.empty();
        }
    }

    private Optional<StoredCredential> find(String name) throws IOException {
        return read().stream().filter(kept -> kept.name().equals(name)).findFirst();
    }

    private List<StoredCredential> read() throws IOException {
        return Files.exists(file)
                ? Json.mapper().readValue(Files.readString(file), new TypeReference<List<StoredCredential>>() {})
                : List.of();
    }

    private void replace(StoredCredential credential) throws IOException {
        List<StoredCredential> all = new ArrayList<>(read());
        all.removeIf(kept -> kept.name().equals(credential.name()));
        all.add(credential);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        OwnerFile.create(fresh, Json.text(all));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String seal(String name, String header, String value) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] text =
                    cipher(Cipher.ENCRYPT_MODE, nonce, name, header).doFinal(value.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + text.length);
            System.arraycopy(text, 0, sealed, NONCE_BYTES, text.length);
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + CIPHER, e);
        }
    }

    private String open(String name, String header, String sealedText) throws GeneralSecurityException {
        byte[] sealed = Base64.getDecoder().decode(sealedText);
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] text = cipher(Cipher.DECRYPT_MODE, nonce, name, header)
                .doFinal(sealed, NONCE_BYTES, Math.max(0, sealed.length - NONCE_BYTES));
        return new String(text, StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] nonce, String name, String header) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((name + "\n" + header).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
