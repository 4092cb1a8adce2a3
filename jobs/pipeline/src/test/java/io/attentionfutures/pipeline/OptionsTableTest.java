package io.attentionfutures.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of options in the README is what the code says. */
class OptionsTableTest {
    private static final Path README = Path.of("..", "..", "README.md");
    private static final String HOW_TO_REGENERATE =
            "the options in README.md must stand between '"
                    + OptionsTable.BEGIN
                    + "' and '"
                    + OptionsTable.END
                    + "' as the code has them; regenerate them with: mvn -pl jobs/pipeline -am test"
                    + " -Dtest=OptionsTableTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Doptions.write=true";

    @Test
    void theReadmeListsEveryOption() throws Exception {
        assertThat(README).as(HOW_TO_REGENERATE).exists();
        String readme = Files.readString(README);
        int begin = readme.indexOf(OptionsTable.BEGIN);
        int end = readme.indexOf(OptionsTable.END);
        assertThat(begin).as(HOW_TO_REGENERATE).isNotNegative();
        assertThat(end).as(HOW_TO_REGENERATE).isGreaterThan(begin);
        String expected =
                readme.substring(0, begin)
                        + OptionsTable.BEGIN
                        + "\n"
                        + OptionsTable.markdown()
                        + readme.substring(end);
        if (Boolean.getBoolean("options.write")) {
            Files.writeString(README, expected);
        }
        assertThat(Files.readString(README)).as(HOW_TO_REGENERATE).isEqualTo(expected);
    }

    @Test
    void everyOptionIsDescribedInOneLine() throws Exception {
        assertThat(OptionsTable.markdown().lines().skip(2))
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.startsWith("| `afm."))
                .allMatch(line -> line.endsWith(". |"));
    }
}
