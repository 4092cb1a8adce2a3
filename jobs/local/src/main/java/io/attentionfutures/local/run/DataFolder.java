package io.attentionfutures.local.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.attentionfutures.local.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a local market lives: broker logs, checkpoints, models, and what run they belong to. One
 * process at a time; the lock goes with the process, however it ends.
 */
public final class DataFolder implements AutoCloseable {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path root;
    private final FileChannel lockFile;
    private final boolean temporary;

    /**
     * What is in the folder.
     *
     * @param fingerprint digest of everything that decides the run's result
     * @param shiftMillis by how much the trace is moved in time
     * @param completed whether the run came to its end
     * @param bootstrapServers where its broker listens, or listened
     */
    public record Run(
            String fingerprint, long shiftMillis, boolean completed, String bootstrapServers) {}

    private DataFolder(Path root, FileChannel lockFile, boolean temporary) {
        this.root = root;
        this.lockFile = lockFile;
        this.temporary = temporary;
    }

    /** Returns the folder that is used unless another is named. */
    public static Path standard() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache);
        return base.resolve("attention-futures-market");
    }

    /**
     * Opens a folder, creates it if missing, and locks it.
     *
     * @param name path, or {@code tmp} for a new folder that is removed on close
     * @throws UserError if it cannot be written or another process has it
     */
    public static DataFolder open(String name) {
        boolean temporary = name.equals("tmp");
        try {
            Path root = temporary ? Files.createTempDirectory("afm-") : Path.of(name);
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(
                            root.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new UserError(
                        "data folder "
                                + root
                                + " is in use by another run: stop it, or choose another folder"
                                + " with --data");
            }
            return new DataFolder(root.toAbsolutePath(), channel, temporary);
        } catch (IOException e) {
            throw new UserError("cannot use data folder " + name + ": " + e, e);
        }
    }

    /** Whether a process holds a folder that exists. */
    public static boolean isInUse(Path folder) {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE);
                FileLock lock = tryLock(channel)) {
            return lock == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path broker() {
        return root.resolve("broker");
    }

    public Path checkpoints() {
        return root.resolve("checkpoints");
    }

    public Path models() {
        return root.resolve("models");
    }

    public Path root() {
        return root;
    }

    /** Reads what run a folder holds, without opening it; empty if none. */
    public static Optional<Run> read(Path root) {
        Path file = root.resolve("run.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Run run = JSON.readValue(file.toFile(), Run.class);
            if (run == null || run.fingerprint() == null || run.bootstrapServers() == null) {
                throw damaged(file, "fields are missing", null);
            }
            return Optional.of(run);
        } catch (JsonProcessingException e) {
            throw damaged(file, e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UserError("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static UserError damaged(Path file, String what, Exception cause) {
        return new UserError(
                file + " is damaged (" + what + "): delete it to start a new run", cause);
    }

    /** Returns the run that the folder holds. */
    public Optional<Run> run() {
        return read(root);
    }

    /** Says what run the folder holds. */
    public void write(Run run) {
        try {
            Path unfinished = root.resolve("run.json.part");
            JSON.writeValue(unfinished.toFile(), run);
            Files.move(
                    unfinished,
                    root.resolve("run.json"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UserError("cannot write to data folder " + root + ": " + e.getMessage(), e);
        }
    }

    /** Forgets the run: broker logs and checkpoints, not the models. */
    public void clear() {
        try {
            Files.deleteIfExists(root.resolve("run.json"));
            delete(broker());
            delete(checkpoints());
        } catch (IOException e) {
            throw new UserError("cannot clear data folder " + root + ": " + e.getMessage(), e);
        }
    }

    /** Returns the newest complete checkpoint or savepoint. */
    public Optional<Path> latestCheckpoint() {
        if (!Files.exists(checkpoints())) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(checkpoints(), 3)) {
            List<Path> complete =
                    files.filter(file -> file.getFileName().toString().equals("_metadata"))
                            .sorted(Comparator.comparing(DataFolder::modified))
                            .toList();
            return complete.isEmpty()
                    ? Optional.empty()
                    : Optional.of(complete.get(complete.size() - 1).getParent());
        } catch (IOException e) {
            throw new UserError("cannot read " + checkpoints() + ": " + e.getMessage(), e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
            if (temporary) {
                delete(root);
            }
        } catch (IOException e) {
            throw new UserError("cannot close data folder " + root + ": " + e.getMessage(), e);
        }
    }
}
