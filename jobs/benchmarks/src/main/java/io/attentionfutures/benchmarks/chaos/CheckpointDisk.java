package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.benchmarks.cluster.ClusterException;
import io.attentionfutures.benchmarks.cluster.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small file system in memory for checkpoints: it can be filled, and made read-only. */
final class CheckpointDisk implements AutoCloseable {
    private static final int MEBIBYTES = 64;
    private static final int BLOCK = 1 << 16;

    private final Path folder;
    private final Thread unmount = new Thread(this::unmount, "unmount");

    private CheckpointDisk(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Returns why no disk can be mounted, if none can. */
    static Optional<String> obstacle() {
        return "root".equals(System.getProperty("user.name"))
                ? Optional.empty()
                : Optional.of("only root may mount a file system of its own for checkpoints");
    }

    /**
     * Mounts a disk of 64 MiB.
     *
     * @throws ClusterException if that is not allowed
     */
    static CheckpointDisk mount(Path folder) throws InterruptedException {
        CheckpointDisk disk = new CheckpointDisk(folder);
        try {
            Files.createDirectories(disk.folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        }
        run(
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=" + MEBIBYTES + "m",
                "afm-chaos",
                disk.folder.toString());
        Runtime.getRuntime().addShutdownHook(disk.unmount);
        return disk;
    }

    Path folder() {
        return folder;
    }

    /** Nothing can be written from now on, everything can be read. */
    void makeReadOnly() throws InterruptedException {
        // Files that are open for writing keep a disk from becoming read-only: ask again.
        for (int attempt = 0; ; attempt++) {
            try {
                run("mount", "-o", "remount,ro", folder.toString());
                return;
            } catch (ClusterException e) {
                if (attempt == 100) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    void makeWritable() throws InterruptedException {
        run("mount", "-o", "remount,rw", folder.toString());
    }

    /** Takes all the space that is left. */
    void fill() {
        byte[] block = new byte[BLOCK];
        for (int size = BLOCK; size >= 1; size /= 16) {
            try (var out =
                    Files.newOutputStream(
                            filler(),
                            java.nio.file.StandardOpenOption.CREATE,
                            java.nio.file.StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(block, 0, size);
                }
            } catch (IOException e) {
                // Full: go on with smaller blocks.
                continue;
            }
        }
    }

    /** Takes what has become free since it was filled, if it was. */
    void keepFull() {
        if (Files.exists(filler())) {
            fill();
        }
    }

    /** Gives the space back. */
    void empty() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + filler(), e);
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private static void run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new ClusterException(
                        String.join(" ", new ArrayList<>(List.of(command))) + ": " + said.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command[0], e);
        }
    }

    private void unmount() {
        try {
            run("umount", "-l", folder.toString());
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(unmount);
        unmount();
    }
}
