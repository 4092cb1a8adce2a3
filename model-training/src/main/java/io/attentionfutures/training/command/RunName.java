package io.attentionfutures.training.command;

import io.attentionfutures.training.TrainingException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Names of runs. */
final class RunName {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST = 60;

    private RunName() {}

    /**
     * The given name, or that of the first file without its endings.
     *
     * @throws TrainingException if the given name cannot be part of a folder's
     */
    static String of(String given, List<Path> files) {
        if (given != null) {
            TrainingException.require(
                    given.matches("[A-Za-z0-9][A-Za-z0-9._-]{0," + (LONGEST - 1) + "}"),
                    "--name '"
                            + given
                            + "' is not of letters, digits, dots, hyphens and underscores, at most "
                            + LONGEST);
            return given;
        }
        String file = files.get(0).getFileName().toString().replaceFirst("(\\.csv)?(\\.gz)?$", "");
        String plain = file.replaceAll("[^A-Za-z0-9_-]+", "-").replaceFirst("^[-_]+", "");
        return plain.isEmpty() ? "run" : plain.substring(0, Math.min(LONGEST, plain.length()));
    }

    /** The id of a run that begins now. */
    static String id(String name) {
        return TIME.format(Instant.now()) + "-" + name;
    }
}
