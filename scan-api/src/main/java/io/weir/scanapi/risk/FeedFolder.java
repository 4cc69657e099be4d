package io.weir.scanapi.risk;

import io.weir.engine.threat.FeedText;
import io.weir.engine.threat.ThreatEntry;
import io.weir.engine.threat.ThreatTable;
import io.weir.platform.folder.FolderContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the feeds of a directory: a table for each tenant that has feeds of its own, and one, under the empty text, for
 * all others.
 */
record FeedFolder(Path directory) implements FolderContent<Map<String, ThreatTable>> {

    static final String SUFFIX = ".txt";

    private static final String ALLOWED = "allow";
    private static final long FILE_BYTES_MAX = 128L << 20;

    @Override
    public List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(feeds(directory));
        for (Path tenant : tenants()) {
            files.addAll(feeds(tenant));
        }
        return files;
    }

    @Override
    public Map<String, ThreatTable> load() throws IOException {
        Map<String, List<ThreatEntry>> shared = read(directory);
        Map<String, ThreatTable> tables = new HashMap<>();
        tables.put("", table(shared));
        for (Path tenant : tenants()) {
            Map<String, List<ThreatEntry>> own = new LinkedHashMap<>(shared);
            read(tenant).forEach((name, entries) -> own.merge(name, entries, FeedFolder::joined));
            tables.put(tenant.getFileName().toString(), table(own));
        }
        return tables;
    }

    @Override
    public long count(Map<String, ThreatTable> tables) {
        return tables.values().stream().mapToLong(ThreatTable::size).sum();
    }

    private static ThreatTable table(Map<String, List<ThreatEntry>> feeds) {
        Map<String, List<ThreatEntry>> threats = new LinkedHashMap<>(feeds);
        List<ThreatEntry> allowed = threats.remove(ALLOWED);
        return ThreatTable.of(threats, allowed == null ? List.of() : allowed);
    }

    private static List<ThreatEntry> joined(List<ThreatEntry> first, List<ThreatEntry> second) {
        List<ThreatEntry> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }

    private static Map<String, List<ThreatEntry>> read(Path folder) throws IOException {
        Map<String, List<ThreatEntry>> feeds = new LinkedHashMap<>();
        for (Path file : feeds(folder)) {
            if (Files.size(file) > FILE_BYTES_MAX) {
                throw new IOException(file + " is larger than " + FILE_BYTES_MAX + " bytes; split it");
            }
            String name = file.getFileName().toString();
            feeds.put(
                    name.substring(0, name.length() - SUFFIX.length()),
                    FeedText.read(Files.readAllLines(file, StandardCharsets.UTF_8))
                            .entries());
        }
        return feeds;
    }

    private List<Path> tenants() throws IOException {
        Path tenants = directory.resolve("tenants");
        if (!Files.isDirectory(tenants)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(tenants)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> feeds(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }
}
