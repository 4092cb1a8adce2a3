package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.benchmarks.cluster.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the processes of one run write. It is deleted once the run has gone well; otherwise it
 * stays, for its logs say why.
 */
final class RunFolder implements AutoCloseable {
    private final Path path;
    private boolean finished;

    private RunFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes a new folder.
     *
     * @param parent where; null for the system's folder of temporary files
     */
    static RunFolder make(Path parent) throws IOException {
        String prefix = "afm-bench-";
        if (parent == null) {
            return new RunFolder(Files.createTempDirectory(prefix));
        }
        return new RunFolder(
                Files.createTempDirectory(
                        Files.createDirectories(parent).toAbsolutePath(), prefix));
    }

    Path path() {
        return path;
    }

    /** Notes that nobody needs the logs. */
    void finished() {
        finished = true;
    }

    @Override
    public void close() throws IOException {
        if (finished) {
            Folders.delete(path);
        } else {
            Progress.say("the logs are in %s", path);
        }
    }
}
