package io.attentionfutures.training.run;

import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.fit.EpochResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** {@code epochs.jsonl}: a line per epoch, in the order in which they ended. Thread-safe. */
public final class EpochFile {

    private final Path file;

    /** A file that may not exist yet. */
    public EpochFile(Path file) {
        this.file = file;
    }

    /** Adds a line. */
    synchronized void add(EpochResult epoch) {
        try {
            Files.writeString(
                    file,
                    RunFiles.line(epoch) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new TrainingException(file + ": cannot be written: " + RunFiles.reason(e), e);
        }
    }

    /** All whole lines: the last one may have been cut. */
    public synchronized List<EpochResult> read() {
        List<EpochResult> epochs = new ArrayList<>();
        if (!Files.exists(file)) {
            return epochs;
        }
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                EpochResult epoch = RunFiles.readLine(line, EpochResult.class);
                if (epoch != null) {
                    epochs.add(epoch);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return epochs;
    }

    /** Drops what is cut and what does not pass. */
    synchronized void keep(Predicate<EpochResult> kept) {
        StringBuilder lines = new StringBuilder();
        for (EpochResult epoch : read()) {
            if (kept.test(epoch)) {
                lines.append(RunFiles.line(epoch)).append('\n');
            }
        }
        if (Files.exists(file)) {
            RunFiles.write(file, lines.toString());
        }
    }
}
