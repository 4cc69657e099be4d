package io.weir.engine.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.weir.engine.detect.Detector;
import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.fingerprint.Fingerprinter;
import io.weir.engine.rule.RuleDefinition;
import io.weir.engine.rule.RuleFileException;
import io.weir.schemas.word.ValueKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the file of one tenant: what it allows and rules of its own. One file an instance. */
public final class TenantFile {

    private static final String HASH = "[0-9a-f]{16}";

    private static final ObjectMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String file;
    private final Fingerprinter fingerprinter;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private record Content(
            @JsonProperty("allow") @Nullable List<Allowed> allow,
            @JsonProperty("rules") @Nullable List<Own> rules) {}

    private record Allowed(
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("reason") @Nullable String reason,
            @JsonProperty("author") @Nullable String author,
            @JsonProperty("expires") @Nullable String expires,
            @JsonProperty("value") @Nullable String value,
            @JsonProperty("value_hash") @Nullable String valueHash,
            @JsonProperty("rule") @Nullable String rule,
            @JsonProperty("address") @Nullable String address,
            @JsonProperty("key") @Nullable String key,
            @JsonProperty("expression") @Nullable String expression) {}

    private record Own(
            @JsonProperty("reason") @Nullable String reason,
            @JsonProperty("author") @Nullable String author,
            @JsonProperty("expires") @Nullable String expires,
            @JsonProperty("rule") @Nullable RuleDefinition rule) {}

    private TenantFile(String file, Fingerprinter fingerprinter) {
        this.file = file;
        this.fingerprinter = fingerprinter;
    }

    /**
     * Reads a file.
     *
     * @param file its name
     * @param fingerprinter of the tenant: values are kept as keyed hashes only
     * @throws RuleFileException with all that is wrong
     */
    public static TenantRules read(String file, String yaml, Fingerprinter fingerprinter) {
        try {
            Content content = MAPPER.readValue(yaml, Content.class);
            return new TenantFile(file, fingerprinter).rules(content);
        } catch (JsonProcessingException e) {
            throw RuleFileException.unreadable(file, e);
        }
    }

    private TenantRules rules(Content content) {
        List<AllowEntry> allowed = new ArrayList<>();
        for (Allowed entry : content.allow == null ? List.<Allowed>of() : content.allow) {
            allowed.add(entry(entry));
        }
        List<RuleDefinition> definitions = new ArrayList<>();
        Map<String, Long> expiry = new HashMap<>();
        for (Own own : content.rules == null ? List.<Own>of() : content.rules) {
            if (own.rule == null) {
                problems.add("an entry of 'rules' has no 'rule'");
            } else {
                String id = String.valueOf(own.rule.id());
                expiry.put(id, expires(id, own.expires));
                accountable(id, own.reason, own.author);
                definitions.add(own.rule);
            }
        }
        if (!problems.isEmpty()) {
            throw new RuleFileException(file, problems);
        }
        Detector own = definitions.isEmpty() ? null : new Detector(RuleCatalog.of(file, definitions));
        return new TenantRules(allowed, own, expiry);
    }

    private AllowEntry entry(Allowed entry) {
        String id = String.valueOf(entry.id);
        if (entry.id == null || !ids.add(id)) {
            problems.add("allow " + id + ": 'id' is missing or stands twice");
        }
        accountable(id, entry.reason, entry.author);
        boolean byValue = entry.value != null || entry.valueHash != null || entry.expression != null;
        boolean byPlace = entry.rule != null && (entry.address != null || entry.key != null);
        if (!byValue && !byPlace) {
            problems.add(
                    "allow " + id + ": give 'value', 'value_hash' or 'expression', or 'rule' with 'address' or 'key'");
        }
        return new AllowEntry(
                id,
                expires(id, entry.expires),
                entry.rule,
                entry.address,
                entry.key,
                hashes(id, entry),
                expression(id, entry));
    }

    private void accountable(String id, @Nullable String reason, @Nullable String author) {
        if (reason == null || reason.isBlank() || author == null || author.isBlank()) {
            problems.add(id + ": 'reason' and 'author' are needed");
        }
    }

    /** The end of a day, or a moment, in UTC. */
    private long expires(String id, @Nullable String expires) {
        try {
            return expires != null && expires.length() > 10
                    ? Instant.parse(expires).toEpochMilli()
                    : LocalDate.parse(String.valueOf(expires))
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli();
        } catch (DateTimeException e) {
            problems.add(id + ": 'expires' is neither a day, 2026-12-31, nor a moment, 2026-12-31T12:00:00Z");
            return 0;
        }
    }

    private @Nullable Set<String> hashes(String id, Allowed entry) {
        if (entry.valueHash != null) {
            if (!entry.valueHash.matches(HASH)) {
                problems.add("allow " + id + ": 'value_hash' is not a hash of 16 hex digits, as findings carry it");
            }
            return Set.of(entry.valueHash);
        }
        if (entry.value == null) {
            return null;
        }
        Set<String> hashes = new HashSet<>();
        for (ValueKind kind : ValueKind.values()) {
            hashes.add(fingerprinter.hash(kind, entry.value));
        }
        return Set.copyOf(hashes);
    }

    private @Nullable Pattern expression(String id, Allowed entry) {
        if (entry.expression == null) {
            return null;
        }
        try {
            return Pattern.compile(entry.expression);
        } catch (PatternSyntaxException e) {
            problems.add("allow " + id + ": 'expression' cannot be read: " + e.getDescription());
            return null;
        }
    }
}
