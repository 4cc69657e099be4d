package io.weir.launcher.incident;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.engine.audit.Sha256;
import io.weir.platform.json.Json;
import io.weir.schemas.api.EvidenceAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What an incident rests on as one file that can be handed over: a zip archive whose manifest names each file with its
 * length and SHA-256. The same answers of the API give the same bytes: names are sorted, times are fixed, nothing is
 * compressed.
 */
final class EvidenceBundle {

    static final String MANIFEST = "manifest.json";
    private static final String FORMAT = "weir-evidence-1";
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String README = """
        Evidence of one incident, as the scan API of Weir gave it.

        manifest.json   each file with its length and SHA-256
        incident.json   the incident and what was done about it
        evidence.json   alerts and decisions as they lie in their topics, and what was not found
        graph.json      from which reads content came to which writes
        graph.mmd       the same, for Mermaid
        calls.ndjson    decided calls of the incident's session, from an hour before to an hour after
        report.txt      the evidence in words

        No content is in here: hashes, places, lengths and masked excerpts. Whether the records are those that the audit log
        has committed to, 'weir audit verify --records' says. 'weir incident verify FILE' checks this archive against its
        manifest; note the manifest's SHA-256 elsewhere, since whoever changes a file can change the manifest too.
        """;

    private EvidenceBundle() {}

    /**
     * The list of what an archive holds.
     *
     * @param format of the archive
     * @param incidentId UUID
     * @param files all but the list itself, by name
     */
    record Manifest(
            @JsonProperty("format") String format,
            @JsonProperty("incident_id") String incidentId,
            @JsonProperty("files") List<Entry> files) {

        /**
         * A file.
         *
         * @param name in the archive
         * @param bytes its length
         * @param sha256 of its bytes, in hex
         */
        record Entry(
                @JsonProperty("name") String name,
                @JsonProperty("bytes") long bytes,
                @JsonProperty("sha256") String sha256) {}
    }

    /**
     * The files of a bundle by name, the manifest among them.
     *
     * @param calls decided calls of the session, as JSON lines
     */
    static Map<String, byte[]> files(JsonNode incident, EvidenceAnswer evidence, byte[] calls) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("README.txt", text(README));
        files.put("incident.json", Json.bytes(incident));
        files.put("evidence.json", Json.bytes(evidence));
        files.put("graph.json", Json.bytes(evidence.graph()));
        files.put("graph.mmd", text(GraphDrawing.mermaid(evidence.graph())));
        files.put("calls.ndjson", calls);
        files.put("report.txt", text(EvidenceTexts.of(evidence)));
        List<Manifest.Entry> entries =
                files.entrySet().stream().map(EvidenceBundle::entry).toList();
        files.put(MANIFEST, Json.bytes(new Manifest(FORMAT, evidence.incidentId(), entries)));
        return files;
    }

    /** The archive of these files. */
    static byte[] archive(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(stored(file.getKey(), file.getValue()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return archive.toByteArray();
    }

    private static Manifest.Entry entry(Map.Entry<String, byte[]> file) {
        return new Manifest.Entry(file.getKey(), file.getValue().length, Sha256.hex(file.getValue()));
    }

    private static ZipEntry stored(String name, byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(TIME);
        return entry;
    }

    /** Lines end the same way wherever the bundle is made. */
    private static byte[] text(String text) {
        return text.replace(System.lineSeparator(), "\n").getBytes(StandardCharsets.UTF_8);
    }
}
