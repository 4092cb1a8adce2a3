package io.attentionfutures.benchmarks.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The children's logging: everything worth knowing, to standard output. */
final class Logging {
    private static final String CONFIGURATION =
            """
            status = error
            appender.console.type = Console
            appender.console.name = Console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = %d{HH:mm:ss,SSS} %-5p %c{1} %m%n
            rootLogger.level = info
            rootLogger.appenderRef.console.ref = Console
            # Each is as long as its configuration, and there are dozens.
            logger.clients.name = org.apache.kafka.clients
            logger.clients.level = warn
            logger.parser.name = org.apache.kafka.common.utils.AppInfoParser
            logger.parser.level = warn
            """;

    private Logging() {}

    /** Returns the system property that makes a child log, after writing what it points to. */
    static String property(Path folder) {
        Path file = folder.resolve("log4j2.properties");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, CONFIGURATION);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return "-Dlog4j2.configurationFile=" + file.toAbsolutePath().toUri();
    }
}
