package io.weir.scanapi.rules;

import io.weir.engine.detect.Detector;
import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.detect.Search;
import io.weir.engine.detect.SearchSource;
import io.weir.engine.fingerprint.FingerprintKeys;
import io.weir.engine.rule.RuleFileException;
import io.weir.engine.rule.RuleWarning;
import io.weir.engine.tenant.TenantRules;
import io.weir.engine.tenant.TenantSearch;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The chosen rules and what tenants add, as they were when they were read. Immutable and safe to share. */
public final class LoadedRules implements SearchSource {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedRules.class);

    private final Detector detector;
    private final int count;
    private final Map<String, TenantRules> tenants;
    private final FingerprintKeys keys;
    private final IntConsumer allowed;

    private LoadedRules(
            Detector detector, int count, Map<String, TenantRules> tenants, FingerprintKeys keys, IntConsumer allowed) {
        this.detector = detector;
        this.count = count;
        this.tenants = tenants;
        this.keys = keys;
        this.allowed = allowed;
    }

    /**
     * Reads rules that stay as they are; the standard ones at their first use.
     *
     * @param masterKey that the tenants' fingerprint keys are derived from
     * @throws RulesUnusable with all problems
     */
    public static SearchSource read(RuleChoice choice, byte[] masterKey) {
        if (choice.equals(RuleChoice.STANDARD)) {
            return (tenant, timeMillis) -> Detector.standard();
        }
        try {
            return load(choice, new FingerprintKeys(masterKey), dropped -> {});
        } catch (IOException | IllegalArgumentException | RuleFileException e) {
            throw new RulesUnusable(choice, e);
        }
    }

    /** Reads the rules as they are now; {@code allowed} is told how many findings tenants allow. */
    static LoadedRules load(RuleChoice choice, FingerprintKeys keys, IntConsumer allowed) throws IOException {
        RuleCatalog catalog = choice.catalog();
        Map<String, TenantRules> tenants =
                choice.directory() == null ? Map.of() : TenantFolder.read(choice.directory(), keys);
        LoadedRules loaded =
                new LoadedRules(new Detector(catalog), catalog.rules().size(), tenants, keys, allowed);
        warn(catalog.warnings());
        return loaded;
    }

    private static void warn(List<RuleWarning> warnings) {
        for (RuleWarning warning : warnings) {
            LOG.warn(
                    "event=rule_done_differently file={} rule={} feature=\"{}\" instead=\"{}\"",
                    warning.file(),
                    warning.rule(),
                    warning.feature(),
                    warning.instead());
        }
    }

    @Override
    public Search of(String tenant, long timeMillis) {
        TenantRules rules = tenants.get(tenant);
        return rules == null ? detector : new TenantSearch(detector, rules, keys.of(tenant), timeMillis, allowed);
    }

    /** How many rules are looked for, without those of tenants. */
    int count() {
        return count;
    }

    /** Entries and rules of tenants that do nothing any more. */
    int expired(long timeMillis) {
        return tenants.values().stream()
                .mapToInt(rules -> rules.expired(timeMillis))
                .sum();
    }
}
