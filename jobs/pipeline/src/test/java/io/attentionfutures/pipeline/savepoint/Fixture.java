package io.attentionfutures.pipeline.savepoint;

import io.attentionfutures.pipeline.testing.InputLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A savepoint that a released version made, and the log that it was made from, in a folder that the
 * version names.
 *
 * @param version the version that made it
 * @param log all input, from before the savepoint and after
 * @param savepoint the savepoint's one file
 * @param published how many records the job had published before the savepoint
 */
record Fixture(String version, InputLog log, byte[] savepoint, int published) {
    private static final Path FOLDER = Path.of("src", "test", "resources", "savepoints");
    private static final String METADATA = "_metadata";
    private static final String PUBLISHED = "published-before";

    /** All that are committed. */
    static Stream<Fixture> all() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().map(Fixture::read).toList().stream();
        }
    }

    private static Fixture read(Path folder) {
        try (InputStream file = Files.newInputStream(folder.resolve("fixture.properties"));
                GZIPInputStream savepoint =
                        new GZIPInputStream(Files.newInputStream(folder.resolve("savepoint.gz")))) {
            Properties properties = new Properties();
            properties.load(file);
            return new Fixture(
                    folder.getFileName().toString(),
                    new InputLog(Files.readAllBytes(folder.resolve("log.gz"))),
                    savepoint.readAllBytes(),
                    Integer.parseInt(properties.getProperty(PUBLISHED)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Writes it where the next test run finds it. */
    Path write() throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolve(version));
        Files.write(folder.resolve("log.gz"), log.file());
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(savepoint);
        }
        Files.write(folder.resolve("savepoint.gz"), compressed.toByteArray());
        Files.writeString(folder.resolve("fixture.properties"), PUBLISHED + "=" + published + "\n");
        return folder;
    }

    /** Reads the one file that Flink wrote. */
    static byte[] savepoint(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            Path file = all.filter(path -> path.endsWith(METADATA)).findFirst().orElseThrow();
            try (Stream<Path> beside = Files.list(file.getParent())) {
                if (beside.count() != 1) {
                    throw new IllegalStateException(
                            "the savepoint in " + folder + " is more than one file");
                }
            }
            return Files.readAllBytes(file);
        }
    }

    /** Puts the savepoint where Flink can read it. */
    Path unpack(Path folder) throws IOException {
        Path savepoint = Files.createDirectories(folder.resolve("savepoint-" + version));
        Files.write(savepoint.resolve(METADATA), this.savepoint);
        return savepoint;
    }

    @Override
    public String toString() {
        return version;
    }
}
