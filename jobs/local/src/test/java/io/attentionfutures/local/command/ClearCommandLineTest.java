package io.attentionfutures.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attentionfutures.local.AfmCommand;
import io.attentionfutures.local.AfmCommand.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClearCommandLineTest {
    private static final String BOOK =
            """
            {"name": "one price", "reference": 150, "band": [1, 1000],
             "orders": [
               {"account": "sol", "side": "sell", "lots": 10, "limit": 100},
               {"account": "ada", "side": "buy", "lots": 6, "limit": 100},
               {"side": "buy", "lots": 3, "limit": 99}]%s}
            """;

    @TempDir private Path folder;

    @Test
    void aBookIsCleared() throws Exception {
        Said said = clear(BOOK.formatted(", \"price\": 100, \"volume\": 6, \"surplus\": -4"));

        assertThat(said.exitCode()).as(said.err()).isZero();
        JsonNode book = said.json().get(0);
        assertThat(book.get("name").asText()).isEqualTo("one price");
        assertThat(book.get("price").asLong()).isEqualTo(100);
        assertThat(book.get("volume").asLong()).isEqualTo(6);
        assertThat(book.get("surplus").asLong()).isEqualTo(-4);
        assertThat(book.get("fills").toString()).isEqualTo("[6,6,0]");
        assertThat(book.has("differences")).isFalse();
        assertThat(said.err()).isEqualTo("1 books cleared, 0 not as expected\n");
    }

    @Test
    void whatIsNotAsExpectedIsToldAndEndsWith1() throws Exception {
        Said said = clear(BOOK.formatted(", \"price\": 101, \"volume\": 6"));

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.json().get(0).get("differences").toString())
                .isEqualTo("[\"price 100, expected 101\"]");
        assertThat(said.err()).isEqualTo("1 books cleared, 1 not as expected\n");
    }

    @Test
    void noPriceCanBeExpected() throws Exception {
        Said said =
                clear(
                        """
                        [{"reference": 150, "band": [1, 1000], "price": null, "orders": [
                          {"side": "sell", "lots": 1, "limit": 101},
                          {"side": "buy", "lots": 1, "limit": 100}]},
                         {"reference": 150, "band": [1, 1000], "price": null, "orders": []}]
                        """);

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.json()).hasSize(2);
        assertThat(said.json().get(0).get("price").isNull()).isTrue();
        assertThat(said.json().get(0).get("name").asText()).isEqualTo("book 1");
    }

    @Test
    void anOrderWithoutALimitIsAMarketOrder() throws Exception {
        Said said =
                clear(
                        """
                        {"reference": 150, "band": [1, 1000], "orders": [
                          {"side": "sell", "lots": 2, "limit": 120},
                          {"side": "buy", "lots": 2, "limit": null}]}
                        """);

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.json().get(0).get("volume").asLong()).isEqualTo(2);
    }

    @Test
    void peopleAreToldInWords() throws Exception {
        Path file = Files.writeString(folder.resolve("book.json"), BOOK.formatted(""));

        Said said = AfmCommand.run("clear", file.toString());

        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .startsWith("one price ")
                .contains("price 100  volume 6  surplus -4")
                .contains("filled        6  ada");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "{\"orders\":|:1: not JSON: ",
                "7| holds neither a book nor an array of books",
                "\"\"| holds neither a book nor an array of books",
                "[]| holds no book",
                "[3]|: book 1 is not an object",
                "{}|: book 1 has no array 'orders'",
                "{\"orders\":[]}|: book 1: 'band' must be [lowest, highest] in ticks",
                "{\"orders\":[],\"band\":[1]}|: book 1: 'band' must be [lowest, highest] in ticks",
                "{\"orders\":[],\"band\":[1,2]}|: book 1: 'reference' must be a whole number, is"
                        + " missing",
                "{\"orders\":[],\"band\":[1,2],\"reference\":1.5}|: book 1: 'reference' must be a"
                        + " whole number, is 1.5",
                "{\"orders\":[],\"band\":[1,\"2\"],\"reference\":1}|: book 1: 'band' must be a whole"
                        + " number, is \"2\"",
                "{\"orders\":[],\"band\":[3,2],\"reference\":1}|: book 1: ",
                "{\"orders\":[],\"band\":[1,2],\"reference\":1,\"profile\":\"fair\"}|: book 1:"
                        + " 'profile' must be one of [",
                "{\"orders\":[{}],\"band\":[1,2],\"reference\":1}|: book 1, order 1: 'side' must be"
                        + " one of [BUY, SELL], is missing",
                "{\"orders\":[{\"side\":\"buy\"}]}|: book 1, order 1: 'lots' must be a whole number,"
                        + " is missing",
                "{\"orders\":[{\"side\":\"buy\",\"lots\":-4,\"limit\":1}]}|: book 1, order 1: ",
                "{\"orders\":[{\"side\":\"buy\",\"lots\":9223372036854775808,\"limit\":1}]}|: book"
                        + " 1, order 1: 'lots' must be a whole number, is 9223372036854775808",
                "{\"orders\":[{\"side\":\"buy\",\"lots\":1,\"limit\":1,\"weight\":4294967296}]}|:"
                        + " book 1, order 1: ",
            })
    void aFileThatIsNoBookIsRefusedInOneLineThatNamesThePlace(String text, String complaint)
            throws Exception {
        Said said = clear(text);

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.errorLines()).hasSize(1);
        assertThat(said.err()).startsWith("afm: " + folder.resolve("book.json") + complaint);
        assertThat(said.out()).isEmpty();
    }

    @Test
    void anEmptyFileAndAMissingOneAreRefused() throws Exception {
        assertThat(clear("").exitCode()).isEqualTo(2);
        Said missing = AfmCommand.run("clear", folder.resolve("none.json").toString());
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.errorLines())
                .containsExactly("afm: there is no file " + folder.resolve("none.json"));
    }

    private Said clear(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("book.json"), text);
        return AfmCommand.run("clear", "--json", file.toString());
    }
}
