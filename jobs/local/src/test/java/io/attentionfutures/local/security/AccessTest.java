package io.attentionfutures.local.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String BEGIN = "<!-- access:begin -->\n";
    private static final String END = "<!-- access:end -->";

    /** The rights that the README tells operators to grant are those that the tests run with. */
    @Test
    void theReadmeSaysWhatEachPrincipalMustBeAllowed() throws Exception {
        String readme = Files.readString(Path.of("../../README.md"));
        assertThat(readme).contains(BEGIN, END);
        assertThat(readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END)))
                .isEqualTo(Access.markdown());
    }
}
