package io.weir.scanapi.console;

import io.weir.engine.key.HmacKey;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Signs what browsers keep for us, so that they cannot change it, and makes the words that forms must send back, which
 * pages of others cannot know. Immutable and safe to share between threads.
 */
public final class LoginSeal {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final HmacKey key;

    /** A seal under a key that all nodes have. */
    public LoginSeal(HmacKey master) {
        this.key = master.derive("weir console login");
    }

    /** A value as a text that only this key can make. */
    public String seal(Object value) {
        String text = ENCODER.encodeToString(Json.bytes(value));
        return text + "." + signature(value.getClass(), text);
    }

    /** The value of a text that {@link #seal} made of such a value; empty for any other text. */
    public <T> Optional<T> open(String text, Class<T> type) {
        int dot = text.indexOf('.');
        if (dot < 0 || !equal(signature(type, text.substring(0, dot)), text.substring(dot + 1))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.mapper().readValue(DECODER.decode(text.substring(0, dot)), type));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the forms of a login must send back (OWASP: signed double submit). */
    public String formWord(Login login) {
        return signature("form " + login.id());
    }

    /** Whether a form sent back what it must. */
    public boolean isFormWord(Login login, String sent) {
        return equal(formWord(login), sent);
    }

    /** What was sealed as one thing is never opened as another. */
    private String signature(Class<?> type, String text) {
        return signature(type.getSimpleName() + " " + text);
    }

    private String signature(String text) {
        return ENCODER.encodeToString(key.sign(text));
    }

    private static boolean equal(String expected, String sent) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), sent.getBytes(StandardCharsets.UTF_8));
    }
}
