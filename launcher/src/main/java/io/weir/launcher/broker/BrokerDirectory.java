package io.weir.launcher.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * The folder that a broker keeps its data in. While it is open no other process can open it.
 *
 * <pre>
 *   broker.lock      held while the broker runs
 *   broker.address   host:port for clients, while the broker runs
 *   log/             Kafka's log directory, formatted on first use
 * </pre>
 */
final class BrokerDirectory implements AutoCloseable {

    private static final String ADDRESS_FILE = "broker.address";

    private final Path folder;
    private final FileChannel lockFile;

    private BrokerDirectory(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Creates the folder if need be, and takes it.
     *
     * @throws BrokerUnusable if another process has it, or it cannot be written to
     */
    static BrokerDirectory open(Path folder) {
        try {
            Files.createDirectories(folder);
            return new BrokerDirectory(folder, lock(folder));
        } catch (IOException e) {
            throw new BrokerUnusable(
                    "The data directory " + folder + " cannot be used ("
                            + e.getClass().getSimpleName() + "). Fix: choose one that can be written to",
                    e);
        }
    }

    /** Address of the broker that runs on this folder, or null if none has said so. */
    static @Nullable String readAddress(Path folder) {
        try {
            Path file = folder.resolve(ADDRESS_FILE);
            return Files.exists(file) ? Files.readString(file).strip() : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Kafka's log directory, formatted: with a new cluster id the first time, untouched ever after. */
    Path formatted(String controllerListener, int nodeId) {
        Path log = folder.resolve("log");
        if (!Files.exists(log.resolve("meta.properties"))) {
            format(log, controllerListener, nodeId);
        }
        return log;
    }

    /** Tells others where the broker listens. */
    void writeAddress(String address) {
        try {
            Files.writeString(folder.resolve(ADDRESS_FILE), address + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the broker's address into " + folder, e);
        }
    }

    @Override
    public void close() {
        try (lockFile) {
            Files.deleteIfExists(folder.resolve(ADDRESS_FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the data directory " + folder, e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel file =
                FileChannel.open(folder.resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(file) == null) {
            file.close();
            throw new BrokerUnusable(
                    "The data directory " + folder + " is in use: a broker runs on it at " + readAddress(folder)
                            + ". Fix: stop that process, or choose another data directory",
                    null);
        }
        return file;
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void format(Path log, String controllerListener, int nodeId) {
        PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Formatter formatter = new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(nodeId)
                .setDirectories(List.of(log.toString()))
                .setMetadataLogDirectory(log.toString())
                .setControllerListenerName(controllerListener)
                .setPrintStream(quiet);
        try {
            formatter.run();
        } catch (Exception e) {
            throw new BrokerUnusable(
                    "The data directory " + log + " cannot be formatted (" + e.getMessage()
                            + "). Fix: empty it, or choose another",
                    e);
        }
    }
}
