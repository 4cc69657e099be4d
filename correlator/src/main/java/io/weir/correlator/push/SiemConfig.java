package io.weir.correlator.push;

import io.weir.correlator.siem.SiemFormat;
import io.weir.platform.config.ConfigKey;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigType;
import io.weir.platform.config.Secret;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.Severity;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an operator can set about pushing events to a SIEM.
 *
 * @param url where events are posted; empty for nowhere
 * @param format as what
 * @param headers what goes along, each {@code Name: value}
 * @param decisions which decisions are told, besides all alerts
 * @param severityMin from which severity on events are told
 * @param plainPermitted whether the URL may be http
 */
public record SiemConfig(
        String url,
        SiemFormat format,
        List<Secret> headers,
        List<Decision> decisions,
        Severity severityMin,
        boolean plainPermitted) {

    private static final Pattern HEADER =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}:[ \\t]*[\\x20-\\x7E]{1,4096}");

    /** What the client sets itself. */
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(?:host|connection|content-length|content-type|expect|upgrade|transfer-encoding):.*");

    private static final ConfigKey<String> URL = ConfigKey.of(
            "url", ConfigType.TEXT, "", "Where events are posted, an https URL of a collector; empty for nowhere.");
    private static final ConfigKey<SiemFormat> FORMAT = ConfigKey.of(
            "format",
            ConfigType.choice(SiemFormat.class),
            SiemFormat.OCSF,
            "`elastic` is ECS for the bulk API, `splunk` is for the HTTP event collector, `json` is a list of OCSF"
                    + " events.");
    private static final ConfigKey<List<Secret>> HEADERS = ConfigKey.of(
            "headers",
            ConfigType.SECRETS,
            List.of(),
            "What goes along, each `Name: value`, such as `Authorization: Splunk TOKEN`.");
    private static final ConfigKey<List<String>> DECISIONS = ConfigKey.of(
            "decisions",
            ConfigType.LIST,
            List.of("sanitize", "require_approval", "deny"),
            "Which decisions are told, besides all alerts: allow, sanitize, require_approval, deny.");
    private static final ConfigKey<Severity> SEVERITY_MIN = ConfigKey.of(
            "severity_min",
            ConfigType.choice(Severity.class),
            Severity.INFORMATIONAL,
            "From which severity on decisions and alerts are told.");
    private static final ConfigKey<Boolean> PLAIN_PERMITTED =
            ConfigKey.of("plain_permitted", ConfigType.FLAG, false, "Whether the URL may be http.");

    /** The section {@code siem}. */
    public static final ConfigSection<SiemConfig> SECTION = new ConfigSection<>(
            "siem",
            List.of(URL, FORMAT, HEADERS, DECISIONS, SEVERITY_MIN, PLAIN_PERMITTED),
            values -> new SiemConfig(
                    values.get(URL),
                    values.get(FORMAT),
                    values.get(HEADERS),
                    values.get(DECISIONS).stream().map(SiemConfig::decision).toList(),
                    values.get(SEVERITY_MIN),
                    values.get(PLAIN_PERMITTED)));

    /** Copies the lists, and checks what goes together. */
    public SiemConfig {
        headers = List.copyOf(headers);
        decisions = List.copyOf(decisions);
        for (Secret header : headers) {
            if (!HEADER.matcher(header.reveal()).matches()
                    || RESERVED.matcher(header.reveal()).matches()) {
                throw new IllegalArgumentException(
                        "headers must look like 'Authorization: Splunk TOKEN', and be none of"
                                + " those that every request has");
            }
        }
        if (!url.isEmpty()) {
            check(url, plainPermitted);
        }
    }

    /** Whether anything is pushed. */
    public boolean isOn() {
        return !url.isEmpty();
    }

    private static void check(String url, boolean plainPermitted) {
        URI uri = URI.create(url);
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !("http".equalsIgnoreCase(uri.getScheme()) && plainPermitted)) {
            throw new IllegalArgumentException("url must begin with https://, or plain_permitted must be true");
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException(
                    "url must have a host, and neither a user nor a fragment; put a password" + " into headers");
        }
    }

    private static Decision decision(String word) {
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("decisions are "
                        + Arrays.stream(Decision.values())
                                .map(known -> known.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
