package io.attentionfutures.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attentionfutures.local.AfmCommand;
import io.attentionfutures.local.AfmCommand.Said;
import io.attentionfutures.local.FreePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two days of the smallest preset, from its file to the verification of what it published. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class ScenarioRunITCase {
    @TempDir private Path folder;

    @Test
    void theHospitalTradesInAllItsMarketsAndVerifies() throws Exception {
        String text = ScenarioFile.read("hospital-imaging").text();
        assertThat(text).contains("days: 14");
        Path file =
                Files.writeString(
                        folder.resolve("hospital.yaml"), text.replace("days: 14", "days: 2"));
        String data = folder.resolve("data").toString();

        Said said =
                AfmCommand.run(
                        "run",
                        "--scenario",
                        file.toString(),
                        "--json",
                        "--data",
                        data,
                        "--output",
                        folder.resolve("output").toString(),
                        "--port",
                        Integer.toString(FreePorts.next()),
                        "--web-port",
                        Integer.toString(FreePorts.next()));

        assertThat(said.exitCode()).as(said.err()).isZero();
        JsonNode summary = said.json();
        assertThat(summary.get("windows").asInt()).isEqualTo(2 * 24 * 2);
        assertThat(summary.get("dead_letters").asInt()).isZero();
        assertThat(summary.get("allocations").asInt()).isPositive();
        assertThat(lotsByMarket(folder.resolve("output")))
                .containsOnlyKeys("INFERENCE.CLINIC1", "MRI.CLINIC1");

        Said verified = AfmCommand.run("audit", "verify", "--data", data);
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
    }

    private static Map<String, Long> lotsByMarket(Path output) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, Long> lots = new TreeMap<>();
        for (String line : Files.readAllLines(output.resolve("afm.prices.jsonl"))) {
            JsonNode price = mapper.readTree(line);
            if (price.get("kind").asText().equals("CLEARING")
                    && price.get("volumeLots").asLong() > 0) {
                String contract = price.get("contract").asText();
                String market =
                        contract.substring(0, contract.indexOf('.', contract.indexOf('.') + 1));
                lots.merge(market, price.get("volumeLots").asLong(), Long::sum);
            }
        }
        return lots;
    }

    @Test
    void aScenarioDecidesItsPeriodItself() {
        Said said = AfmCommand.run("run", "--scenario", "hospital-imaging", "--period", "1h");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.errorLines())
                .containsExactly("afm: --scenario excludes --period: it says so itself");
    }

    @Test
    void theListNamesEveryPreset() {
        Said said = AfmCommand.run("run", "--scenario", "list");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out().lines().map(line -> line.split(" ")[0]))
                .isEqualTo(ScenarioFile.PRESETS);
    }
}
