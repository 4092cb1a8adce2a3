package io.attentionfutures.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attentionfutures.local.AfmCommand;
import io.attentionfutures.local.AfmCommand.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandLineTest {
    @Test
    void plannedJobsCostLessThanBothSimpleWays() {
        Said said = AfmCommand.run("simulate", "bidder", "--worlds", "4", "--json");

        assertThat(said.exitCode()).as(said.err()).isZero();
        JsonNode rows = said.json().get("bidder").get("rows");
        assertThat(rows).hasSize(3);
        for (JsonNode row : rows) {
            assertThat(row.get("inTime").asInt()).isEqualTo(row.get("jobs").asInt());
        }
        for (int simple = 1; simple < 3; simple++) {
            JsonNode saved = rows.get(simple).get("saved");
            assertThat(saved.get("mean").asDouble())
                    .isGreaterThan(2 * saved.get("standardError").asDouble());
        }
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        String[] line = {
            "simulate", "maker", "--worlds", "2", "--episodes", "2", "--seed", "9", "--json"
        };
        Said one = AfmCommand.run(line);
        Said two = AfmCommand.run(line);

        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(one.out()).isEqualTo(two.out());
        assertThat(one.json().get("maker").get("rows")).hasSizeGreaterThan(1);
    }

    @Test
    void aTableIsForPeople() {
        Said said = AfmCommand.run("simulate", "bidder", "--worlds", "2");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("planned").contains("cheapest expected").contains("±");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--worlds 1|afm: --worlds must be 2 to 1000, was 1",
                "--weeks 0|afm: --weeks must be 1 to 1000, was 0",
                "--episodes 0|afm: --episodes must be 1 to 1000, was 0",
                "everything|Invalid value for positional parameter at index 0 (AGENTS)",
                "--seed one|Invalid value for option '--seed'",
                "--sede=1|Unknown option: '--sede=1'",
            })
    void whatCannotBeIsToldInOneLine(String options, String complaint) {
        Said said = AfmCommand.run(("simulate " + options).split(" "));

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.errorLines().get(0)).startsWith(complaint);
        assertThat(said.out()).isEmpty();
    }
}
