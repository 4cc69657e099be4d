package io.weir.launcher.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.engine.audit.Sha256;
import io.weir.launcher.incident.EvidenceBundle.Manifest;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Holds an archive of evidence against its manifest.
 *
 * @param manifestSha256 of the manifest, in hex
 * @param incidentId that the manifest names
 * @param faults what does not agree, a line each; none where all does
 */
record BundleCheck(String manifestSha256, String incidentId, List<String> faults) {

    private static final int FILES_MAX = 100;
    private static final int FILE_BYTES_MAX = 64 << 20;

    /** Copies the list. */
    BundleCheck {
        faults = List.copyOf(faults);
    }

    /**
     * Checks an archive.
     *
     * @throws IllegalArgumentException if the file is no archive of evidence
     * @throws IOException if it cannot be read
     */
    static BundleCheck of(Path file) throws IOException {
        Map<String, byte[]> files = read(file);
        byte[] listed = files.remove(EvidenceBundle.MANIFEST);
        if (listed == null) {
            throw new IllegalArgumentException(file + " has no " + EvidenceBundle.MANIFEST + ", so it is no bundle");
        }
        Manifest manifest = manifest(file, listed);
        List<String> faults = new ArrayList<>();
        for (Manifest.Entry entry : manifest.files()) {
            byte[] bytes = files.remove(entry.name());
            if (bytes == null) {
                faults.add(entry.name() + ": missing");
            } else if (bytes.length != entry.bytes() || !Sha256.hex(bytes).equals(entry.sha256())) {
                faults.add(entry.name() + ": changed");
            }
        }
        files.keySet().stream().sorted().forEach(name -> faults.add(name + ": not in the manifest"));
        return new BundleCheck(Sha256.hex(listed), manifest.incidentId(), faults);
    }

    private static Manifest manifest(Path file, byte[] bytes) throws IOException {
        try {
            return Json.mapper().readValue(bytes, Manifest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " has a manifest that cannot be read", e);
        }
    }

    private static Map<String, byte[]> read(Path file) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(FILE_BYTES_MAX + 1);
                if (files.size() >= FILES_MAX || bytes.length > FILE_BYTES_MAX) {
                    throw new IllegalArgumentException(file + " holds more than a bundle does");
                }
                if (files.putIfAbsent(entry.getName(), bytes) != null) {
                    throw new IllegalArgumentException(file + " holds " + entry.getName() + " twice");
                }
            }
        }
        return files;
    }
}
