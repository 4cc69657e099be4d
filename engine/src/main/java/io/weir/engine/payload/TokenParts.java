package io.weir.engine.payload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Web Token in compact form (RFC 7515, section 7.1; RFC 7519): a header and claims in base64url, and a signature
 * that may be missing. It is signed as a whole, so nothing in it can be rewritten.
 *
 * @param start first UTF-16 unit
 * @param end one past the last unit
 * @param header decoded
 * @param claims decoded
 */
record TokenParts(int start, int end, String header, String claims) {

    // base64url of an opening brace and a quotation mark.
    private static final String BEGINNING = "eyJ";

    /** The tokens of a text, in order. */
    static List<TokenParts> of(String text) {
        List<TokenParts> tokens = new ArrayList<>();
        int at = text.indexOf(BEGINNING);
        while (at >= 0) {
            int end = partEnd(text, at);
            TokenParts token = at == 0 || !isPart(text.charAt(at - 1)) ? at(text, at, end) : null;
            if (token != null) {
                tokens.add(token);
                end = token.end();
            }
            at = text.indexOf(BEGINNING, end);
        }
        return tokens;
    }

    private static @Nullable TokenParts at(String text, int start, int headerEnd) {
        if (!text.startsWith(".", headerEnd)) {
            return null;
        }
        int claimsEnd = partEnd(text, headerEnd + 1);
        String header = decode(text.substring(start, headerEnd));
        String claims = decode(text.substring(headerEnd + 1, claimsEnd));
        if (!EmbeddedJson.looksLikeJson(header) || !EmbeddedJson.looksLikeJson(claims)) {
            return null;
        }
        int end = text.startsWith(".", claimsEnd) ? partEnd(text, claimsEnd + 1) : claimsEnd;
        return new TokenParts(start, end, header, claims);
    }

    private static String decode(String part) {
        return new String(Spelling.BASE64_URL.decode(part), StandardCharsets.UTF_8);
    }

    private static int partEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isPart(char c) {
        return Spelling.BASE64_URL.value(c) >= 0;
    }
}
