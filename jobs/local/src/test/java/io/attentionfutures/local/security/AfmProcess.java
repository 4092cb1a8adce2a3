package io.attentionfutures.local.security;

import io.attentionfutures.local.AfmJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code ./afm} in a process of its own, with its log at DEBUG. */
final class AfmProcess implements AutoCloseable {
    private static final String END = "(the end)";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final StringBuilder said = new StringBuilder();

    private AfmProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::readLines, "afm-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a command. */
    static AfmProcess start(List<String> arguments) throws IOException {
        ProcessBuilder builder = AfmJvm.of(arguments).redirectErrorStream(true);
        builder.environment().put("AFM_LOG_LEVEL", "debug");
        return new AfmProcess(builder.start());
    }

    private void readLines() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException e) {
            lines.add("no more can be read: " + e);
        } finally {
            lines.add(END);
        }
    }

    long id() {
        return process.pid();
    }

    /** Waits until standard output, standard error or the log hold a text. */
    void await(String text, long limitSeconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(limitSeconds);
        while (true) {
            String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError(
                        (line == null ? "silent" : "ended") + " without '" + text + "':\n" + said);
            }
            said.append(line).append('\n');
            if (line.contains(text)) {
                return;
            }
        }
    }

    /** Returns all that it has said so far. */
    String said() {
        for (String line = lines.poll(); line != null; line = lines.poll()) {
            said.append(line).append('\n');
        }
        return said.toString();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " does not end");
        }
    }
}
