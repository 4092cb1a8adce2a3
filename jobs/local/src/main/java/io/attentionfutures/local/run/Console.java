package io.attentionfutures.local.run;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.schemas.Price;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Shows the market as it runs: a table that is drawn anew in a terminal, lines elsewhere. */
final class Console {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final int MOST_ROWS = 24;
    private static final int ROWS_IN_LINES = 3;

    private final PrintStream out;
    private final boolean terminal;
    private int drawnLines;

    Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Says something that stays. */
    void say(String message) {
        out.println(message);
        drawnLines = 0;
    }

    /** Shows where the market stands. */
    void show(MarketView view, long clockMillis, double progress, double eventsPerSecond) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s  %s %3.0f %%  %,9.0f events/s  %,d calls  %,d lots  %,d allocations",
                        CLOCK.format(Instant.ofEpochMilli(clockMillis)),
                        bar(progress),
                        100 * progress,
                        eventsPerSecond,
                        view.callsWithPrice,
                        view.lots,
                        view.allocations));
        List<Price> rows = rows(view, terminal ? MOST_ROWS : ROWS_IN_LINES);
        if (!rows.isEmpty()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "  %-12s %-24s %10s %10s %9s %10s %6s",
                            "hour",
                            "market",
                            "forecast",
                            "reference",
                            "price",
                            "lots",
                            "fill"));
            rows.forEach(price -> lines.add(row(view, price)));
        }
        if (terminal && drawnLines > 0) {
            out.print("\033[" + drawnLines + "A\033[J");
        }
        lines.forEach(out::println);
        out.flush();
        drawnLines = lines.size();
    }

    private static String bar(double progress) {
        int full = (int) Math.round(20 * Math.max(0, Math.min(1, progress)));
        return "[" + "#".repeat(full) + ".".repeat(20 - full) + "]";
    }

    /** The contracts that trade, next delivery first. */
    private static List<Price> rows(MarketView view, int most) {
        return view.latestPrices.values().stream()
                .filter(
                        price ->
                                ContractCode.parse(price.getContract()).startMillis()
                                        > view.latestPriceMillis)
                .sorted(Comparator.comparing(price -> ContractCode.parse(price.getContract())))
                .limit(most)
                .toList();
    }

    private static String row(MarketView view, Price price) {
        ContractCode contract = ContractCode.parse(price.getContract());
        double fill = view.orders.fillRatio(price.getContract());
        return String.format(
                Locale.ROOT,
                "  %-12s %-24s %10s %10d %9s %,10d %6s",
                HOUR.format(Instant.ofEpochMilli(contract.startMillis())),
                contract.market(),
                view.expectedDemand(contract.market(), contract.startMillis())
                        .map(mean -> String.format(Locale.ROOT, "%,.1f", mean))
                        .orElse("-"),
                price.getReferenceTicks(),
                price.getVolumeLots() > 0 ? price.getPriceTicks() : "-",
                view.lotsTraded.getOrDefault(price.getContract(), 0L),
                Double.isNaN(fill) ? "-" : String.format(Locale.ROOT, "%.0f %%", 100 * fill));
    }
}
