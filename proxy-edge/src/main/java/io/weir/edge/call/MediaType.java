package io.weir.edge.call;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Content-Type} says about a body.
 *
 * @param name type and subtype in lower case; empty if there is none
 * @param charset the declared one, UTF-8 if none is declared; null if Java does not know the declared one
 */
public record MediaType(String name, @Nullable Charset charset) {

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);

    private static final Set<String> TEXT_NAMES = Set.of(
            "application/graphql",
            "application/javascript",
            "application/jwt",
            "application/sql",
            "application/toml",
            "application/x-ndjson",
            "application/x-sh",
            "application/x-www-form-urlencoded",
            "application/x-yaml",
            "application/xml",
            "application/yaml",
            "image/svg+xml");

    private static final Set<String> BINARY_NAMES =
            Set.of("application/gzip", "application/pdf", "application/vnd.rar", "application/wasm", "application/zip");

    private static final List<String> BINARY_FAMILIES = List.of("audio/", "font/", "image/", "video/");

    /** The media type in a header, which may be absent. */
    public static MediaType of(@Nullable String contentType) {
        if (contentType == null) {
            return new MediaType("", StandardCharsets.UTF_8);
        }
        String name = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return new MediaType(name, charsetOf(contentType));
    }

    /** Whether a body of this type is JSON. */
    public boolean isJson() {
        return name.equals("application/json") || name.equals("text/json") || name.endsWith("+json");
    }

    /** Whether a body of this type is always text. */
    public boolean isText() {
        return isJson() || name.startsWith("text/") || name.endsWith("+xml") || TEXT_NAMES.contains(name);
    }

    /** Whether a body of this type is never text. */
    public boolean isBinary() {
        return !isText()
                && (BINARY_NAMES.contains(name) || BINARY_FAMILIES.stream().anyMatch(name::startsWith));
    }

    private static @Nullable Charset charsetOf(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(matcher.group(1));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
