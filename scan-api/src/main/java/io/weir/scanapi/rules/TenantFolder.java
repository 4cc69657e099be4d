package io.weir.scanapi.rules;

import io.weir.engine.fingerprint.FingerprintKeys;
import io.weir.engine.rule.RuleFileException;
import io.weir.engine.rule.RuleText;
import io.weir.engine.tenant.TenantFile;
import io.weir.engine.tenant.TenantRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of tenants, {@code tenants/NAME.yaml} in the directory of rules. */
final class TenantFolder {

    private static final String DIRECTORY = "tenants";
    private static final String SUFFIX = ".yaml";

    private TenantFolder() {}

    static List<Path> files(Path rules) throws IOException {
        Path directory = rules.resolve(DIRECTORY);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        return RuleFolder.files(directory).stream()
                .filter(file -> file.toString().endsWith(SUFFIX))
                .toList();
    }

    /**
     * What each tenant adds, by name.
     *
     * @throws RuleFileException with all problems of all files
     */
    static Map<String, TenantRules> read(Path rules, FingerprintKeys keys) throws IOException {
        Map<String, TenantRules> tenants = new TreeMap<>();
        List<RuleFileException> failures = new ArrayList<>();
        for (Path path : files(rules)) {
            RuleText read = RuleFolder.text(path);
            String tenant = read.file().substring(0, read.file().length() - SUFFIX.length());
            try {
                tenants.put(tenant, TenantFile.read(DIRECTORY + "/" + read.file(), read.text(), keys.of(tenant)));
            } catch (RuleFileException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw RuleFileException.all(failures);
        }
        return tenants;
    }
}
