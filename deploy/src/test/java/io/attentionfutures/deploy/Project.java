package io.attentionfutures.deploy;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are in the project. Tests run in the folder of their module. */
public final class Project {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Project() {}

    /** Returns a file or folder by its path from the project's root. */
    public static Path path(String fromRoot) {
        return ROOT.resolve(fromRoot);
    }

    /** Returns the packaged command line, which is built before this module. */
    public static Path commandLineJar() {
        Path jar = path("jobs/local/target/afm.jar");
        if (!Files.exists(jar)) {
            throw new AssertionError(jar + " is missing: run mvn -pl jobs/local -am package first");
        }
        return jar;
    }
}
