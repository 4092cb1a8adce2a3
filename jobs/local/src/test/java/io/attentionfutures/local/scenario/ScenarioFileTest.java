package io.attentionfutures.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.trace.Trace;
import io.attentionfutures.schemas.AllocationProfile;
import io.attentionfutures.schemas.ContractSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioFileTest {
    private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

    @TempDir private Path folder;

    static Stream<String> presets() {
        return ScenarioFile.PRESETS.stream();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetHoldsAndMakesATraceOfAllItsMarkets(String preset) {
        Scenario scenario = ScenarioFile.read(preset).scenario();

        Trace trace = ScenarioTrace.make(scenario, START, 1);

        assertThat(trace.markets())
                .containsExactlyInAnyOrderElementsOf(
                        scenario.markets().stream().map(ScenarioMarket::name).toList());
        assertThat(trace.startMillis()).isEqualTo(START);
        assertThat(trace.endMillis()).isEqualTo(START + scenario.days() * 86_400_000L);
        for (String market : trace.markets()) {
            assertThat(trace.tenants(market)).isNotEmpty();
        }
        assertThat(trace.hash()).isEqualTo(ScenarioTrace.make(scenario, START, 1).hash());
        assertThat(trace.hash()).isNotEqualTo(ScenarioTrace.make(scenario, START, 2).hash());
    }

    @Test
    void lorrySlotsAreNoCompute() {
        Scenario scenario = ScenarioFile.read("lorry-slots").scenario();

        ContractSpecification slots = ScenarioSpecifications.of(scenario, "DRY.DEPOT1", 60, 0);

        assertThat(slots.getResourceUnit()).isEqualTo("dock");
        assertThat(slots.getPeriodMillis()).isEqualTo(30 * 60_000);
        assertThat(slots.getOpenMinute()).isEqualTo(6 * 60);
        assertThat(slots.getCloseMinute()).isEqualTo(20 * 60);
        assertThat(slots.getLotSize()).isEqualTo(2);
        assertThat(slots.getAllocationProfile()).isEqualTo(AllocationProfile.PRICE_TIME);
    }

    @Test
    void thereIsNoDemandWhereTheDepotIsClosed() {
        Scenario scenario = ScenarioFile.read("lorry-slots").scenario();

        Trace trace = ScenarioTrace.make(scenario, START, 1);

        assertThat(trace.rows())
                .allSatisfy(
                        row -> {
                            long hour = Math.floorMod(row.timeMillis(), 86_400_000L) / 3_600_000;
                            if (hour < 6 || hour >= 20) {
                                assertThat(row.used()).isZero();
                            }
                        });
        assertThat(trace.rows()).anySatisfy(row -> assertThat(row.used()).isGreaterThan(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "capacity: 1000|capacity: much|line 14, markets[0].capacity: 'much' is not a number",
                "capacity: 1000|capacty: 1000|markets[0].capacty: there is no such field; there"
                        + " are name, capacity, demand, specification",
                "capTicks: 1000|capTick: 1000|specification of H100.EUW1: there is no field"
                        + " 'capTick' to set; there are [resourceUnit, lotSize,",
                "capTicks: 1000|capTicks: 10|specification of H100.EUW1: contract specification:"
                        + " marginalCostTicks must lie between floorTicks and capTicks",
                "capTicks: 1000|capTicks: 10.5|specification of H100.EUW1: capTicks must be a whole"
                        + " number, was 10.5",
                "period: 1h|period: 7m|period must be whole minutes that divide a day, was 7m",
                "period: 1h|period: soon|period must be a time like 15m, 1h or 60s, was 'soon'",
                "level: 0.45|level: -1|line 15, markets[0].demand: level must be 0 to 10, was -1",
                "{name: colocation, share: 0.3,|{name: colocation, share: 0.9,|providers: the shares"
                        + " of market H100.EUW1 must sum to above 0 and at most 1, were 1.600",
                "markets: [H100.USE1]|markets: [H100.USE9]|providers: region-america names market"
                        + " H100.USE9, which is none of [H100.EUW1, H100.USE1, L4.EUW1]",
                "style: BETS|style: BET|line 43, investors[2].style: 'BET' is not one of"
                        + " [BUYS_FIRST, SELLS_FIRST, BETS]",
            })
    void whatIsWrongIsNamedWithWhatIsAllowed(String right, String wrong, String complaint)
            throws Exception {
        String text = ScenarioFile.read("cloud-platform").text();
        assertThat(text).contains(right);
        Path file = Files.writeString(folder.resolve("s.yaml"), text.replace(right, wrong));

        assertThatThrownBy(() -> ScenarioFile.read(file.toString()))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("scenario " + file + ": " + complaint);
    }

    @Test
    void aScenarioThatIsNotThereIsToldWithThePresets() {
        assertThatThrownBy(() -> ScenarioFile.read("moon-base"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "there is no scenario 'moon-base': name a YAML file or one of "
                                + String.join(", ", ScenarioFile.PRESETS));
    }

    @Test
    void thePresetsAreThoseAskedFor() {
        assertThat(ScenarioFile.PRESETS)
                .isEqualTo(
                        List.of(
                                "algo-trading",
                                "cloud-platform",
                                "hospital-imaging",
                                "lorry-slots",
                                "research-cluster"));
    }
}
