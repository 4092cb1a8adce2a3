package io.attentionfutures.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of options on the page of operations is what the code says. */
class OptionsTableTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "operations.md");
    private static final String HOW_TO_REGENERATE =
            "the options in docs/operations.md must stand between '"
                    + OptionsTable.BEGIN
                    + "' and '"
                    + OptionsTable.END
                    + "' as the code has them; regenerate them with: mvn -pl jobs/pipeline -am test"
                    + " -Dtest=OptionsTableTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Doptions.write=true";

    @Test
    void thePageListsEveryOption() throws Exception {
        assertThat(PAGE).as(HOW_TO_REGENERATE).exists();
        String page = Files.readString(PAGE);
        int begin = page.indexOf(OptionsTable.BEGIN);
        int end = page.indexOf(OptionsTable.END);
        assertThat(begin).as(HOW_TO_REGENERATE).isNotNegative();
        assertThat(end).as(HOW_TO_REGENERATE).isGreaterThan(begin);
        String expected =
                page.substring(0, begin)
                        + OptionsTable.BEGIN
                        + "\n"
                        + OptionsTable.markdown()
                        + page.substring(end);
        if (Boolean.getBoolean("options.write")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(Files.readString(PAGE)).as(HOW_TO_REGENERATE).isEqualTo(expected);
    }

    @Test
    void everyOptionIsDescribedInOneLine() throws Exception {
        assertThat(OptionsTable.markdown().lines().skip(2))
                .hasSizeGreaterThan(10)
                .allMatch(line -> line.startsWith("| `afm."))
                .allMatch(line -> line.endsWith(". |"));
    }
}
