package io.weir.engine.validate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** JSON web tokens in compact form (RFC 7515, section 3.1; RFC 7516, section 3.1). */
final class JsonWebToken {

    private JsonWebToken() {}

    /** Whether the first part decodes to a JSON object that names an algorithm. */
    static boolean hasHeader(CharSequence token) {
        String text = token.toString();
        try {
            byte[] header = Base64.getUrlDecoder().decode(text.substring(0, Math.max(0, text.indexOf('.'))));
            String json = new String(header, StandardCharsets.UTF_8);
            return json.startsWith("{") && json.endsWith("}") && json.contains("\"alg\"");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
