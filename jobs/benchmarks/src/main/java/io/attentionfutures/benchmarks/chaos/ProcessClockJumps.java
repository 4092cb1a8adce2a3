package io.attentionfutures.benchmarks.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The wall clock of the TaskManagers' processes jumps, by way of libfaketime. */
final class ProcessClockJumps implements Drill {
    private static final List<String> LIBRARIES =
            List.of(
                    "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
                    "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
                    "/usr/lib64/faketime/libfaketimeMT.so.1",
                    "/usr/lib/faketime/libfaketimeMT.so.1");

    @Override
    public String name() {
        return "process-clock";
    }

    @Override
    public String description() {
        return "the wall clock of both TaskManagers jumps an hour ahead, and back (needs"
                + " libfaketime); the slower of both counts";
    }

    @Override
    public Optional<String> obstacle() {
        return library().isPresent()
                ? Optional.empty()
                : Optional.of("libfaketime is not installed (Debian: apt install faketime)");
    }

    private static Optional<String> library() {
        return Stream.concat(Stream.ofNullable(System.getenv("AFM_FAKETIME")), LIBRARIES.stream())
                .filter(path -> Files.isReadable(Path.of(path)))
                .findFirst();
    }

    @Override
    public Map<String, String> taskManagerEnvironment(Path folder) {
        set(folder, "+0");
        return Map.of(
                "LD_PRELOAD", library().orElseThrow(),
                "FAKETIME_TIMESTAMP_FILE", file(folder).toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "DONT_FAKE_MONOTONIC", "1");
    }

    private static Path file(Path folder) {
        return folder.resolve("clock").toAbsolutePath();
    }

    private static void set(Path folder, String offset) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(folder), offset + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(folder), e);
        }
    }

    @Override
    public void strike(Stage stage) throws InterruptedException {
        for (String offset : List.of("+1h", "+0")) {
            stage.struck();
            set(stage.folder(), offset);
            // The processes look at the file once in a second.
            stage.awaitStrike(2);
            stage.awaitRecovery();
        }
    }
}
