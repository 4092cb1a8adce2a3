package io.attentionfutures.training.run;

import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.TrainingLog;
import io.attentionfutures.training.search.SearchLog;
import io.attentionfutures.training.search.SearchOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a run. Every file but {@code epochs.jsonl} is written whole or not at all, so a
 * process that is killed leaves a folder that a later one can go on from. Whoever works on a run
 * holds the lock of its folder, which the operating system takes back from a dead process.
 */
public final class RunFolder {

    private static final String RECORD = "run.json";
    private static final String LOCK = ".lock";
    private static final String CHECKPOINTS = "checkpoints";

    private final Path path;

    /** A folder that may not exist. */
    public RunFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder of a new run.
     *
     * @param runs folder of all runs
     * @param id the run's id; a number is added if it is taken
     */
    public static RunFolder create(Path runs, String id) {
        try {
            Files.createDirectories(runs);
            for (int number = 1; ; number++) {
                Path path = runs.resolve(number == 1 ? id : id + "-" + number);
                if (!Files.exists(path)) {
                    return new RunFolder(Files.createDirectory(path));
                }
            }
        } catch (IOException e) {
            throw new TrainingException(runs + ": cannot be written to: " + e.getMessage(), e);
        }
    }

    /**
     * Finds a run by its id or its path.
     *
     * @throws TrainingException if there is none
     */
    public static RunFolder find(Path runs, String run) {
        for (Path path : new Path[] {runs.resolve(run), Path.of(run)}) {
            if (Files.isRegularFile(path.resolve(RECORD))) {
                return new RunFolder(path);
            }
        }
        throw new TrainingException(
                Files.isDirectory(runs.resolve(run))
                        ? runs.resolve(run) + ": is not the folder of a run: it has no " + RECORD
                        : "there is no run '" + run + "' in " + runs + "; see afm runs");
    }

    /** All folders of runs, the oldest first; none if there is no such folder. */
    public static List<RunFolder> all(Path runs) {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.filter(p -> Files.isRegularFile(p.resolve(RECORD)))
                    .sorted()
                    .map(RunFolder::new)
                    .toList();
        } catch (IOException e) {
            throw new TrainingException(runs + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The run's id. */
    public String id() {
        return path.toAbsolutePath().normalize().getFileName().toString();
    }

    /** The bundle. */
    public Path bundle() {
        return path.resolve("bundle.zip");
    }

    /** The report for reading. */
    public Path report() {
        return path.resolve("report.html");
    }

    /** The errors on the held-out data. */
    public Path metrics() {
        return path.resolve("metrics.json");
    }

    /** The trials of the search. */
    public Path trials() {
        return path.resolve("trials.json");
    }

    /** The epochs. */
    public EpochFile epochs() {
        return new EpochFile(path.resolve("epochs.jsonl"));
    }

    /** Writes what the run was asked for, and how it stands. */
    public void write(RunRecord record) {
        RunFiles.writeJson(path.resolve(RECORD), record);
    }

    /**
     * Reads what the run was asked for. One that says it is running while nobody holds its lock was
     * interrupted.
     *
     * @throws TrainingException if the file is missing or corrupt
     */
    public RunRecord record() {
        RunRecord record = RunFiles.readJson(path.resolve(RECORD), RunRecord.class);
        TrainingException.require(
                record.formatVersion() == RunRecord.FORMAT_VERSION
                        && record.state() != null
                        && record.settings() != null
                        && record.data() != null
                        && record.code() != null,
                path.resolve(RECORD) + ": is incomplete, or of another version");
        if (record.state() != RunState.RUNNING) {
            return record;
        }
        Optional<Lock> lock = lock();
        lock.ifPresent(Lock::close);
        return lock.isEmpty() ? record : record.with(RunState.INTERRUPTED, "", "");
    }

    /** What a training keeps here. */
    public TrainingLog log() {
        EpochFile lines = epochs();
        FitFolder fits = new FitFolder(path.resolve(CHECKPOINTS), lines);
        SearchLog search =
                new SearchLog() {
                    @Override
                    public Optional<SearchOutcome> found() {
                        return Files.exists(trials())
                                ? Optional.of(RunFiles.readJson(trials(), SearchOutcome.class))
                                : Optional.empty();
                    }

                    @Override
                    public void found(SearchOutcome outcome) {
                        RunFiles.writeJson(trials(), outcome);
                    }
                };
        double threads = Math.max(1, Runtime.getRuntime().availableProcessors());
        double spent = lines.read().stream().mapToDouble(e -> e.seconds()).sum() / threads;
        return new TrainingLog(fits, search, spent);
    }

    /** Removes what only a run that goes on needs. */
    public void removeCheckpoints() {
        Path checkpoints = path.resolve(CHECKPOINTS);
        try (Stream<Path> files = Files.list(checkpoints)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(checkpoints);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the run for this process; empty if another one, or this, works on it. */
    public Optional<Lock> lock() {
        try {
            FileChannel channel =
                    FileChannel.open(
                            path.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException e) {
                lock = null;
            }
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new Lock(channel));
        } catch (IOException e) {
            throw new TrainingException(path + ": cannot be written to: " + e.getMessage(), e);
        }
    }

    /** The right to work on a run. */
    public static final class Lock implements AutoCloseable {

        private final FileChannel channel;

        private Lock(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
