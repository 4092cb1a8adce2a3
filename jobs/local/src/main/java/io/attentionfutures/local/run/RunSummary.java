package io.attentionfutures.local.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run came to; the field names are those of its JSON.
 *
 * @param windows demand windows that closed
 * @param forecasts forecasts made
 * @param fallbackForecasts those of them that a statistical forecaster made
 * @param forecastMase error of the forecasts after the model's training data, null if not measured
 * @param bestSimpleMase error of the best simple forecaster on the same origins
 * @param bestSimple its name
 * @param prices prices published
 * @param callsWithPrice calls that traded
 * @param indicativePrices indications between calls, and calls that did not trade
 * @param orders what became of orders
 * @param lots lots traded
 * @param turnover value of the trades, ticks times lots
 * @param allocations allocations granted
 * @param settlement how contracts ended
 * @param oversight what was decided, enacted and noticed
 * @param money what each clearing segment holds, at the last moment that its statements tell of
 * @param deadLetters records that could not be used
 * @param conservation sums that are zero if nothing was lost or made
 * @param events records that the job read, heartbeats not counted
 * @param eventsPerSecond the same over the wall-clock time of the run
 * @param wallSeconds wall-clock time from the first record to the last result
 * @param peakRssMib largest resident memory of this process
 */
record RunSummary(
        long windows,
        long forecasts,
        @JsonProperty("forecasts_by_fallback") long fallbackForecasts,
        @JsonProperty("forecast_mase") Double forecastMase,
        @JsonProperty("best_simple_mase") Double bestSimpleMase,
        @JsonProperty("best_simple") String bestSimple,
        long prices,
        @JsonProperty("calls_with_price") long callsWithPrice,
        @JsonProperty("indicative_prices") long indicativePrices,
        Orders orders,
        long lots,
        long turnover,
        long allocations,
        Settlement settlement,
        Oversight.Counts oversight,
        Map<String, CashCut.Balance> money,
        @JsonProperty("dead_letters") long deadLetters,
        Conservation conservation,
        long events,
        @JsonProperty("events_per_second") double eventsPerSecond,
        @JsonProperty("wall_seconds") double wallSeconds,
        @JsonProperty("peak_rss_mib") long peakRssMib) {

    /** What became of orders: accepted = filled + cancelled + expired + suspended + open. */
    record Orders(
            long accepted,
            Map<String, Long> rejected,
            long filled,
            long cancelled,
            long expired,
            long suspended,
            long replaced,
            long open,
            @JsonProperty("blocks_traded") long blocksTraded) {}

    /**
     * How contracts ended.
     *
     * @param tiers contracts whose gate has closed, by how their settlement price was found
     * @param indexes those of them that are settled
     * @param openInterest lots held at gate closure
     * @param allocatedLots those of them that were delivered; the others were paid the index
     */
    record Settlement(
            Map<String, Long> tiers,
            long indexes,
            @JsonProperty("open_interest") long openInterest,
            @JsonProperty("allocated_lots") long allocatedLots) {}

    /**
     * What must be zero.
     *
     * @param cash cash that all fills moved
     * @param positions lots that were bought and not sold
     * @param collateral what segments hold, less what was deposited
     */
    record Conservation(long cash, long positions, BigInteger collateral) {
        boolean holds() {
            return cash == 0 && positions == 0 && collateral.signum() == 0;
        }
    }

    static RunSummary of(MarketView view, long scoreFromMillis, long events, double wallSeconds) {
        ForecastScore.Result score = view.score.measure(scoreFromMillis);
        OrderOutcomes orders = view.orders;
        Map<String, CashCut.Balance> money = view.money();
        BigInteger difference =
                money.values().stream()
                        .map(balance -> balance.difference().abs())
                        .reduce(BigInteger.ZERO, BigInteger::add);
        return new RunSummary(
                view.windows,
                view.forecasts,
                view.fallbackForecasts,
                rounded(score.forecastMase()),
                rounded(score.bestSimpleMase()),
                score.bestSimple(),
                view.prices,
                view.callsWithPrice,
                view.indicativePrices,
                new Orders(
                        orders.accepted,
                        orders.rejected,
                        orders.filled,
                        orders.cancelled,
                        orders.expired,
                        orders.suspended,
                        orders.replaced,
                        orders.open(),
                        orders.tradedBlocks()),
                view.lots,
                view.turnoverTicks,
                view.allocations,
                view.settlement(),
                view.oversight.counts(),
                money,
                view.deadLetters,
                new Conservation(orders.cash(), orders.positions(), difference),
                events,
                Math.rint(events / wallSeconds),
                Math.rint(wallSeconds * 10) / 10,
                readPeakRssMib());
    }

    private static Double rounded(double value) {
        return Double.isFinite(value) ? Math.rint(value * 1e4) / 1e4 : null;
    }

    private static long readPeakRssMib() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        } catch (IOException e) {
            // Not Linux: fall through to what the JVM knows.
            return jvmMib();
        }
        return jvmMib();
    }

    private static long jvmMib() {
        return Runtime.getRuntime().totalMemory() >> 20;
    }

    String toJson() {
        try {
            return new ObjectMapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String toText() {
        return SummaryText.of(this);
    }
}
