package io.attentionfutures.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is delivered is named in NOTICE. */
class NoticeITCase {
    private static final Path LIBRARIES = Path.of("target", "lib");
    private static final Pattern OWN =
            Pattern.compile("(schemas|market|forecast|pipeline|model-training)-\\d.*");

    @Test
    void everyLibraryThatIsDeliveredIsNamed() throws IOException {
        assumeTrue(
                Files.isDirectory(LIBRARIES), "run mvn package first: it collects the libraries");
        List<Pattern> named = named(Files.readString(Path.of("..", "..", "NOTICE")));
        try (Stream<Path> libraries = Files.list(LIBRARIES)) {
            List<String> delivered =
                    libraries
                            .map(library -> library.getFileName().toString())
                            .filter(library -> !OWN.matcher(library).matches())
                            .toList();
            assertThat(delivered).hasSizeGreaterThan(50);
            assertThat(delivered)
                    .as("add it to NOTICE, under its licence")
                    .filteredOn(
                            library -> named.stream().noneMatch(n -> n.matcher(library).matches()))
                    .isEmpty();
        }
    }

    /** Every word may be a library's name: its version follows in a file's name. */
    private static List<Pattern> named(String notice) {
        return Stream.of(notice.split("[\\s,:;()]+"))
                .distinct()
                .map(
                        word ->
                                Stream.of(word.split("\\*", -1))
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining(".*")))
                .map(word -> Pattern.compile(word + "-\\d.*\\.jar"))
                .toList();
    }
}
