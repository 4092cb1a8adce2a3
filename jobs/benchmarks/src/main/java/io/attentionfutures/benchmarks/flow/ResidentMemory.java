package io.attentionfutures.benchmarks.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that a process occupies, as Linux tells. */
final class ResidentMemory {
    private static final String FIELD = "VmRSS:";

    private ResidentMemory() {}

    /** Returns bytes. */
    static long ofProcess(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith(FIELD)) {
                return Long.parseLong(line.replaceAll("\\D", "")) << 10;
            }
        }
        throw new IOException(status + " has no " + FIELD);
    }
}
