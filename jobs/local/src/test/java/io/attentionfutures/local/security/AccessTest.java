package io.attentionfutures.local.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String BEGIN = "<!-- access:begin -->\n";
    private static final String END = "<!-- access:end -->";

    /**
     * The rights that the security page tells operators to grant are those that the tests run with.
     */
    @Test
    void theReadmeSaysWhatEachPrincipalMustBeAllowed() throws Exception {
        String page = Files.readString(Path.of("../../docs/security.md"));
        assertThat(page).contains(BEGIN, END);
        assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
                .isEqualTo(Access.markdown());
    }
}
