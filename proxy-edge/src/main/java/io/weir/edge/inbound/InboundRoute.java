package io.weir.edge.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.weir.edge.call.CallRefused;
import io.weir.edge.call.UpstreamTarget;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One upstream that agents call as {@code /inbound/<prefix>/...}.
 *
 * @param prefix letters, digits and dashes, at most 32
 * @param upstream URL that the rest of the path is appended to
 * @param callers SHA-256 digests, in hex, of the tokens that may call
 * @param credential name of the stored headers that are added; null for none
 * @param methods the only methods that may be used; empty permits all
 * @param paths the only paths that may be called; empty permits all
 * @param agentId who calls, where the caller does not say
 * @param failsOpen whether calls are forwarded unscanned while the scan API does not answer
 * @param guardsResponses whether decisions on responses are carried out; null as the gateway does
 * @param active whether it is in use
 */
public record InboundRoute(
        @JsonProperty(value = "prefix", required = true) String prefix,
        @JsonProperty(value = "upstream", required = true) String upstream,
        @JsonProperty(value = "callers", required = true) List<String> callers,
        @JsonProperty("credential") @Nullable String credential,
        @JsonProperty("methods") @Nullable List<String> methods,
        @JsonProperty("paths") @Nullable List<String> paths,
        @JsonProperty("agent_id") @Nullable String agentId,
        @JsonProperty("fails_open") @Nullable Boolean failsOpen,
        @JsonProperty("guards_responses") @Nullable Boolean guardsResponses,
        @JsonProperty("active") @Nullable Boolean active) {

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9-]{1,32}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks every member.
     *
     * @throws IllegalArgumentException if one cannot be used, with the route and the fix in the message
     */
    public InboundRoute {
        callers = List.copyOf(callers);
        methods = methods == null
                ? List.of()
                : methods.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
        paths = paths == null ? List.of() : List.copyOf(paths);
        require(PREFIX.matcher(prefix).matches(), prefix, "a prefix has 1 to 32 letters, digits and dashes");
        require(!callers.isEmpty(), prefix, "it needs callers: make a token with 'weir inbound token'");
        require(
                callers.stream().allMatch(caller -> DIGEST.matcher(caller).matches()),
                prefix,
                "callers are digests of tokens, 64 hexadecimal digits: make one with 'weir inbound token'");
        require(isBase(upstream), prefix, "upstream is a URL without query, such as https://api.example.com/v2");
        paths.forEach(PathPattern::parse);
    }

    private static void require(boolean fine, String prefix, String message) {
        if (!fine) {
            throw new IllegalArgumentException("route " + prefix + ": " + message);
        }
    }

    private static boolean isBase(String upstream) {
        try {
            UpstreamTarget target = UpstreamTarget.ofUrl(upstream);
            return target.uri().getRawQuery() == null && target.uri().getRawFragment() == null;
        } catch (CallRefused e) {
            return false;
        }
    }

    /** Whether the route is in use. */
    public boolean isActive() {
        return !Boolean.FALSE.equals(active);
    }

    /** Whether calls go on unscanned while there are no decisions. */
    public boolean isOpen() {
        return Boolean.TRUE.equals(failsOpen);
    }

    /** Whether a token may call. */
    public boolean admits(String token) {
        byte[] digest = digest(token).getBytes(StandardCharsets.US_ASCII);
        return callers.stream()
                        .filter(caller -> MessageDigest.isEqual(digest, caller.getBytes(StandardCharsets.US_ASCII)))
                        .count()
                > 0;
    }

    /** Whether a method and a path behind the prefix may be used. */
    public boolean permits(String method, String rawPath) {
        return (methods == null || methods.isEmpty() || methods.contains(method.toUpperCase(Locale.ROOT)))
                && (paths == null
                        || paths.isEmpty()
                        || paths.stream()
                                .anyMatch(path -> PathPattern.parse(path).matches(rawPath)));
    }

    /** The upstream URL of a path and query behind the prefix. */
    public String url(String pathAndQuery) {
        String base = upstream.endsWith("/") ? upstream.substring(0, upstream.length() - 1) : upstream;
        return base + pathAndQuery;
    }

    /** What the routes file holds in place of a token. */
    public static String digest(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
