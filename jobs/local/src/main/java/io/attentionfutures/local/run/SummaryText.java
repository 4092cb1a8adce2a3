package io.attentionfutures.local.run;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run came to, for people. */
final class SummaryText {
    private final StringBuilder text = new StringBuilder();

    private SummaryText() {}

    static String of(RunSummary summary) {
        SummaryText text = new SummaryText();
        text.forecasts(summary);
        text.trading(summary);
        text.settlement(summary);
        text.money(summary);
        text.line("dead letters", "%,d", summary.deadLetters());
        text.line(
                "conservation",
                summary.conservation().holds()
                        ? "holds: fills sum to zero, and all cash is what was deposited"
                        : "BROKEN: cash of fills %,d, positions %,d, cash less deposits %,d",
                summary.conservation().cash(),
                summary.conservation().positions(),
                summary.conservation().collateral());
        text.line(
                "speed",
                "%,d events in %.1f s (%,.0f a second), peak memory %,d MiB",
                summary.events(),
                summary.wallSeconds(),
                summary.eventsPerSecond(),
                summary.peakRssMib());
        return text.text.toString();
    }

    private void forecasts(RunSummary summary) {
        line("demand windows", "%,d", summary.windows());
        line(
                "forecasts",
                "%,d (%,d by a statistical forecaster)",
                summary.forecasts(),
                summary.fallbackForecasts());
        line(
                "forecast error",
                summary.forecastMase() == null
                        ? "not measured: the trace is too short"
                        : "MASE %.3f after the model's training data; best simple (%s) %.3f",
                summary.forecastMase(),
                summary.bestSimple(),
                summary.bestSimpleMase());
    }

    private void trading(RunSummary summary) {
        RunSummary.Orders orders = summary.orders();
        line(
                "calls",
                "%,d traded; %,d indicative prices, %,d interruptions, %,d halts",
                summary.callsWithPrice(),
                summary.indicativePrices(),
                summary.oversight().enacted("volatility interruption"),
                summary.oversight().enacted("halt"));
        line(
                "orders",
                "%,d accepted: %,d filled, %,d cancelled, %,d expired, %,d suspended, %,d open;"
                        + " %,d replaced",
                orders.accepted(),
                orders.filled(),
                orders.cancelled(),
                orders.expired(),
                orders.suspended(),
                orders.open(),
                orders.replaced());
        line("rejections", "%s", counts(orders.rejected()));
        line(
                "traded",
                "%,d lots for %,d ticks; %,d block orders",
                summary.lots(),
                summary.turnover(),
                orders.blocksTraded());
    }

    private void settlement(RunSummary summary) {
        RunSummary.Settlement settlement = summary.settlement();
        line("gates closed", "%s; %,d settled", counts(settlement.tiers()), settlement.indexes());
        line(
                "delivered",
                "%,d of %,d lots held at gate closure, in %,d allocations; %,d failures to deliver",
                settlement.allocatedLots(),
                settlement.openInterest(),
                summary.allocations(),
                summary.oversight().enacted("failure to deliver"));
    }

    private void money(RunSummary summary) {
        Oversight.Counts oversight = summary.oversight();
        line(
                "margin",
                "%,d calls, %,d liquidations, %,d defaults",
                oversight.enacted("margin call"),
                oversight.enacted("liquidation"),
                oversight.enacted("default"));
        for (Map.Entry<String, CashCut.Balance> segment : summary.money().entrySet()) {
            CashCut.Balance balance = segment.getValue();
            line(
                    "money in " + segment.getKey(),
                    "%,d deposited = participants %,d + fees %,d + default fund %,d + escrow %,d%s",
                    balance.deposits(),
                    balance.participants(),
                    balance.fees(),
                    balance.defaultFund(),
                    balance.escrow(),
                    balance.difference().equals(BigInteger.ZERO)
                            ? ""
                            : " LESS " + balance.difference());
        }
        line(
                "audit",
                "%,d records, %,d accepted; rejected: %s",
                oversight.records(),
                oversight.accepted(),
                counts(oversight.rejected()));
        line("alerts", "%s", counts(oversight.alerts()));
    }

    private static String counts(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(
                                entry ->
                                        String.format(
                                                Locale.ROOT,
                                                "%s %,d",
                                                entry.getKey(),
                                                entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private void line(String name, String format, Object... values) {
        text.append(String.format(Locale.ROOT, "  %-16s", name))
                .append(String.format(Locale.ROOT, format, values))
                .append(System.lineSeparator());
    }
}
