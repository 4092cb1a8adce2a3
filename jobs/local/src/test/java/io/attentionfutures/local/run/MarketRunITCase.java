package io.attentionfutures.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attentionfutures.local.AfmCommand;
import io.attentionfutures.local.AfmCommand.Said;
import io.attentionfutures.local.SmallTrace;
import io.attentionfutures.local.UndisturbedRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(UndisturbedRun.Provider.class)
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class MarketRunITCase {
    private static final String[] SUMMARY_FIELDS = {
        "windows",
        "forecasts",
        "forecasts_by_fallback",
        "forecast_mase",
        "best_simple_mase",
        "best_simple",
        "prices",
        "calls_with_price",
        "indicative_prices",
        "orders",
        "lots",
        "turnover",
        "allocations",
        "settlement",
        "oversight",
        "money",
        "dead_letters",
        "conservation",
        "events",
        "events_per_second",
        "wall_seconds",
        "peak_rss_mib"
    };

    @Test
    void theSummaryHasTheDocumentedFields(UndisturbedRun run) {
        JsonNode summary = run.said().json();

        assertThat(names(summary)).containsExactly(SUMMARY_FIELDS);
        assertThat(names(summary.get("orders")))
                .containsExactlyInAnyOrder(
                        "accepted",
                        "rejected",
                        "filled",
                        "cancelled",
                        "expired",
                        "suspended",
                        "replaced",
                        "open",
                        "blocks_traded");
        assertThat(names(summary.get("conservation")))
                .containsExactly("cash", "positions", "collateral");
        assertThat(run.said().out().lines()).hasSize(1);
    }

    @Test
    void everyHourOfEveryMarketIsAWindowAndAForecast(UndisturbedRun run) {
        JsonNode summary = run.said().json();

        int windows = UndisturbedRun.HOURS * SmallTrace.MARKETS;
        assertThat(summary.get("windows").asLong()).isEqualTo(windows);
        assertThat(summary.get("forecasts").asLong()).isEqualTo(windows);
        assertThat(summary.get("forecasts_by_fallback").asLong()).isEqualTo(windows);
    }

    @Test
    void nothingIsLostAndNothingIsMade(UndisturbedRun run) {
        JsonNode summary = run.said().json();
        JsonNode orders = summary.get("orders");

        assertThat(orders.get("accepted").asLong())
                .isPositive()
                .isEqualTo(
                        orders.get("filled").asLong()
                                + orders.get("cancelled").asLong()
                                + orders.get("expired").asLong()
                                + orders.get("suspended").asLong()
                                + orders.get("open").asLong());
        assertThat(summary.get("conservation").get("cash").asLong()).isZero();
        assertThat(summary.get("conservation").get("positions").asLong()).isZero();
        assertThat(summary.get("conservation").get("collateral").asLong()).isZero();
        assertThat(summary.get("dead_letters").asLong()).isZero();
        assertThat(summary.get("lots").asLong()).isPositive();
        assertThat(summary.get("allocations").asLong()).isPositive();
    }

    @Test
    void aPlainRunShowsWhatTheMarketCanDo(UndisturbedRun run) {
        JsonNode summary = run.said().json();
        JsonNode enacted = summary.get("oversight").get("enacted");

        assertThat(enacted.get("failure to deliver").asLong()).isPositive();
        assertThat(enacted.get("margin call").asLong()).isPositive();
        assertThat(enacted.has("halt")).isFalse();
        assertThat(summary.get("oversight").get("accepted").asLong()).isPositive();
        assertThat(summary.get("orders").get("blocks_traded").asLong()).isPositive();
        assertThat(summary.get("settlement").get("tiers").get("VWAP").asLong()).isPositive();
        assertThat(summary.get("settlement").get("indexes").asLong()).isPositive();
        assertThat(summary.get("settlement").get("allocated_lots").asLong())
                .isPositive()
                .isLessThanOrEqualTo(summary.get("settlement").get("open_interest").asLong());
    }

    @Test
    void whatEachSegmentHoldsIsWhatWasDeposited(UndisturbedRun run) {
        JsonNode money = run.said().json().get("money");

        assertThat(names(money)).containsExactly("EUW1", "USE1");
        for (JsonNode segment : money) {
            assertThat(segment.get("as_of").asText()).startsWith("2026-01-08T0");
            assertThat(segment.get("difference").asLong()).isZero();
            assertThat(segment.get("fees").asLong()).isPositive();
            assertThat(segment.get("default_fund").asLong()).isPositive();
            assertThat(segment.get("deposits").asLong())
                    .isEqualTo(
                            segment.get("participants").asLong()
                                    + segment.get("fees").asLong()
                                    + segment.get("default_fund").asLong()
                                    + segment.get("escrow").asLong());
        }
    }

    @Test
    void theOutputFolderHoldsWhatTheSummaryCounts(UndisturbedRun run) throws Exception {
        JsonNode summary = run.said().json();
        Output output = Output.read(run.output());

        assertThat(output.prices()).hasSize(summary.get("prices").asInt());
        assertThat(output.allocations()).hasSize(summary.get("allocations").asInt());
        assertThat(output.forecasts()).hasSize(summary.get("forecasts").asInt());
        assertThat(output.executions("NEW")).hasSize(summary.get("orders").get("accepted").asInt());
        assertThat(
                        output.executions("TRADE").stream()
                                .filter(report -> report.get("side").asText().equals("BUY"))
                                .mapToLong(report -> report.get("lastLots").asLong())
                                .sum())
                .isEqualTo(summary.get("lots").asLong());
    }

    @Test
    void parallelismChangesNoByteOfTheOutput(UndisturbedRun run, @TempDir Path folder)
            throws Exception {
        Path output = folder.resolve("output");

        Said said =
                AfmCommand.run(
                        run.again("tmp", output, "--parallelism", "3").toArray(String[]::new));

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(UndisturbedRun.files(output)).isEqualTo(UndisturbedRun.files(run.output()));
        for (String field :
                List.of(
                        "windows",
                        "prices",
                        "orders",
                        "lots",
                        "turnover",
                        "settlement",
                        "oversight",
                        "money",
                        "events")) {
            assertThat(said.json().get(field)).isEqualTo(run.said().json().get(field));
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
