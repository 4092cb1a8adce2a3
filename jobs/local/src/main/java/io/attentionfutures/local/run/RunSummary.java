package io.attentionfutures.local.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
 * @param calls calls that printed
 * @param callsWithPrice those of them that traded
 * @param orders what became of orders
 * @param lots lots traded
 * @param turnover value of the trades, ticks times lots
 * @param allocations allocations granted
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
        long calls,
        @JsonProperty("calls_with_price") long callsWithPrice,
        Orders orders,
        long lots,
        long turnover,
        long allocations,
        @JsonProperty("dead_letters") long deadLetters,
        Conservation conservation,
        long events,
        @JsonProperty("events_per_second") double eventsPerSecond,
        @JsonProperty("wall_seconds") double wallSeconds,
        @JsonProperty("peak_rss_mib") long peakRssMib) {

    /** What became of orders: accepted = filled + cancelled + expired + open. */
    record Orders(
            long accepted,
            Map<String, Long> rejected,
            long filled,
            long cancelled,
            long expired,
            long replaced,
            long open) {}

    /** Sums over all fills. */
    record Conservation(long cash, long positions) {
        boolean holds() {
            return cash == 0 && positions == 0;
        }
    }

    static RunSummary of(MarketView view, long scoreFromMillis, long events, double wallSeconds) {
        ForecastScore.Result score = view.score.measure(scoreFromMillis);
        OrderOutcomes orders = view.orders;
        return new RunSummary(
                view.windows,
                view.forecasts,
                view.fallbackForecasts,
                rounded(score.forecastMase()),
                rounded(score.bestSimpleMase()),
                score.bestSimple(),
                view.calls,
                view.callsWithPrice,
                new Orders(
                        orders.accepted,
                        orders.rejected,
                        orders.filled,
                        orders.cancelled,
                        orders.expired,
                        orders.replaced,
                        orders.open()),
                view.lots,
                view.turnoverTicks,
                view.allocations,
                view.deadLetters,
                new Conservation(orders.cash(), orders.positions()),
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
        StringBuilder text = new StringBuilder();
        line(text, "demand windows", "%,d", windows);
        line(
                text,
                "forecasts",
                "%,d (%,d by a statistical forecaster)",
                forecasts,
                fallbackForecasts);
        line(
                text,
                "forecast error",
                forecastMase == null
                        ? "not measured: the trace is too short"
                        : "MASE %.3f after the model's training data; best simple (%s) %.3f",
                forecastMase,
                bestSimple,
                bestSimpleMase);
        line(text, "calls", "%,d printed, %,d with a price", calls, callsWithPrice);
        line(
                text,
                "orders",
                "%,d accepted: %,d filled, %,d cancelled, %,d expired, %,d open; %,d replaced",
                orders.accepted,
                orders.filled,
                orders.cancelled,
                orders.expired,
                orders.open,
                orders.replaced);
        line(text, "rejections", "%s", orders.rejected.isEmpty() ? "none" : orders.rejected);
        line(text, "traded", "%,d lots for %,d ticks", lots, turnover);
        line(text, "allocations", "%,d", allocations);
        line(text, "dead letters", "%,d", deadLetters);
        line(
                text,
                "conservation",
                conservation.holds()
                        ? "holds: cash and positions sum to zero"
                        : "BROKEN: cash %,d, positions %,d",
                conservation.cash,
                conservation.positions);
        line(
                text,
                "speed",
                "%,d events in %.1f s (%,.0f a second), peak memory %,d MiB",
                events,
                wallSeconds,
                eventsPerSecond,
                peakRssMib);
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String format, Object... values) {
        text.append(String.format(Locale.ROOT, "  %-16s", name))
                .append(String.format(Locale.ROOT, format, values))
                .append(System.lineSeparator());
    }
}
