package io.weir.scanapi.http;

import io.weir.schemas.error.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which bodies we read: JSON in UTF-8, not compressed; and forms, where people or their chat post them. */
final class MediaTypes {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern JSON = Pattern.compile("application/(json|[a-z0-9.!#$&^_-]+\\+json)");
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\";\\s]*)\"?");
    private static final List<String> UTF8_OR_SUBSET = List.of("utf-8", "utf8", "us-ascii");

    private MediaTypes() {}

    /**
     * Checks the headers of a body. A missing content type counts as JSON, since clients of the scan protocol leave it
     * out.
     *
     * @throws Refusal {@code MEDIA_TYPE_UNSUPPORTED}
     */
    static void require(@Nullable String contentType, @Nullable String contentEncoding) {
        if (contentEncoding != null && !contentEncoding.strip().equalsIgnoreCase("identity")) {
            throw refused("A compressed body is not read; leave out Content-Encoding.");
        }
        if (contentType == null || contentType.isBlank()) {
            return;
        }
        String lower = contentType.toLowerCase(Locale.ROOT);
        int semicolon = lower.indexOf(';');
        String mediaType = (semicolon < 0 ? lower : lower.substring(0, semicolon)).strip();
        if (!JSON.matcher(mediaType).matches()) {
            throw refused("The Content-Type is not JSON.");
        }
        Matcher charset = CHARSET.matcher(lower);
        if (charset.find() && !UTF8_OR_SUBSET.contains(charset.group(1))) {
            throw refused("The charset of the Content-Type is not UTF-8.");
        }
    }

    /**
     * Checks the headers of a form.
     *
     * @throws Refusal {@code MEDIA_TYPE_UNSUPPORTED}
     */
    static void requireForm(@Nullable String contentType) {
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith(FORM)) {
            throw refused("The Content-Type is not " + FORM + ".");
        }
    }

    private static Refusal refused(String detail) {
        return Refusal.of(ErrorCode.MEDIA_TYPE_UNSUPPORTED, detail);
    }
}
