package io.weir.engine.validate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Credentials of HTTP basic authentication (RFC 7617): base64 of user, colon and password. */
final class BasicCredential {

    private BasicCredential() {}

    static boolean isValid(CharSequence base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.toString());
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            int colon = text.indexOf(':');
            return colon >= 0 && colon < text.length() - 1 && text.chars().noneMatch(Character::isISOControl);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return false;
        }
    }
}
