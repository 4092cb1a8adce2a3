package io.attentionfutures.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs {@code ./afm} in this process and keeps what it said. One command at a time. */
public final class AfmCommand {
    private AfmCommand() {}

    /** What a command left behind. */
    public record Said(int exitCode, String out, String err) {
        /** Returns standard output as one JSON value. */
        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError("standard output is not JSON: " + out + err, e);
            }
        }

        /** Returns the lines on standard error that are not empty. */
        public List<String> errorLines() {
            return err.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    /** Runs a command to its end. */
    public static synchronized Said run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream saidOut = new ByteArrayOutputStream();
        ByteArrayOutputStream saidErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(saidOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(saidErr, true, StandardCharsets.UTF_8));
        try {
            int exitCode = Main.execute(arguments);
            return new Said(
                    exitCode,
                    saidOut.toString(StandardCharsets.UTF_8),
                    saidErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
