package io.attentionfutures.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attentionfutures.schemas.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code deploy/node/reader.mjs}, run by Node. */
final class NodeReader {
    private static final Path SOURCE = Path.of("..", "node");
    private static final ObjectMapper JSON = new ObjectMapper();

    private NodeReader() {}

    /** Reads all topics to their ends; one JSON object for each record. */
    static List<JsonNode> readAll(Path folder, String bootstrap, String registry)
            throws IOException, InterruptedException {
        for (String file :
                List.of("package.json", "package-lock.json", "reader.mjs", "registry.mjs")) {
            Files.copy(SOURCE.resolve(file), folder.resolve(file));
        }
        assumeTrue(
                isThere("node", "--version") && isThere("npm", "--version"),
                "install Node 18 or newer with npm to read the topics with it");
        Path log = folder.resolve("npm.log");
        assumeTrue(
                exitCode(new ProcessBuilder("npm", "ci"), folder, log) == 0,
                "npm ci cannot fetch the reader's packages here; see " + log);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "node",
                                "reader.mjs",
                                "--bootstrap",
                                bootstrap,
                                "--registry",
                                registry,
                                "--idle",
                                "10"));
        for (Topic topic : Topic.values()) {
            command.add("--topic");
            command.add(topic.topicName());
        }
        Path output = folder.resolve("records.jsonl");
        Path errors = folder.resolve("errors.log");
        ProcessBuilder reader = new ProcessBuilder(command).redirectError(errors.toFile());
        assertThat(exitCode(reader, folder, output)).as(Files.readString(errors)).isZero();
        List<JsonNode> records = new ArrayList<>();
        for (String line : Files.readAllLines(output)) {
            records.add(JSON.readTree(line));
        }
        return records;
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int exitCode(ProcessBuilder builder, Path folder, Path output)
            throws IOException, InterruptedException {
        Process process =
                builder.directory(folder.toFile()).redirectOutput(output.toFile()).start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return -1;
        }
        return process.exitValue();
    }
}
