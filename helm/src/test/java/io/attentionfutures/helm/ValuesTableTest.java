package io.attentionfutures.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every value is explained where it stands, and the table in the README says the same. */
class ValuesTableTest {
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- values:begin -->\n";
    private static final String END = "<!-- values:end -->";

    @Test
    void everyValueIsExplained() throws IOException {
        assertThat(ValuesFile.read())
                .hasSizeGreaterThan(50)
                .allSatisfy(
                        value ->
                                assertThat(value.description())
                                        .as(value.key())
                                        .isNotEmpty()
                                        .endsWith("."));
    }

    @Test
    void theTableInTheReadmeIsWhatTheValuesSay() throws IOException {
        StringBuilder table = new StringBuilder("| Value | Default | Meaning |\n|---|---|---|\n");
        for (ValuesFile.Value value : ValuesFile.read()) {
            table.append(
                    "| `%s` | `%s` | %s |\n"
                            .formatted(
                                    value.key(),
                                    value.defaultValue(),
                                    value.description().replace("|", "\\|")));
        }
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        assertThat(begin).as("README.md has the lines " + BEGIN + END).isLessThanOrEqualTo(end);
        String expected = readme.substring(0, begin) + table + readme.substring(end);
        if (Boolean.getBoolean("helm.write")) {
            Files.writeString(README, expected);
        }

        assertThat(Files.readString(README)).as(Rendering.HOW_TO_WRITE).isEqualTo(expected);
    }
}
