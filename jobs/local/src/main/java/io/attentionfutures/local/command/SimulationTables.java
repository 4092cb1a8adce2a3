package io.attentionfutures.local.command;

import io.attentionfutures.local.simulation.experiment.BidderReport;
import io.attentionfutures.local.simulation.experiment.Estimate;
import io.attentionfutures.local.simulation.experiment.MakerReport;
import java.util.Locale;

/** Reports of simulations for people. */
final class SimulationTables {
    private SimulationTables() {}

    static String of(BidderReport report) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "Flexible jobs: cost in ticks for one lot of one hour, mean ± standard error of %d"
                        + " worlds of %d week(s), from seed %d",
                report.worlds(),
                report.weeks(),
                report.seed());
        line(
                text,
                "  %-20s %15s %15s %15s %14s %11s %22s",
                "bought",
                "all jobs",
                "interruptible",
                "consecutive",
                "money per job",
                "in time",
                "planner saves");
        for (BidderReport.Row row : report.rows()) {
            line(
                    text,
                    "  %-20s %15s %15s %15s %14s %5d/%-5d %22s",
                    row.way(),
                    plain(row.cost(), 2),
                    plain(row.interruptibleCost(), 2),
                    plain(row.consecutiveCost(), 2),
                    plain(row.costPerJob(), 0),
                    row.inTime(),
                    row.jobs(),
                    row == report.rows().get(0)
                            ? ""
                            : plain(row.saved(), 2)
                                    + String.format(Locale.ROOT, " (%.1f %%)", row.savedPercent()));
        }
        return text.toString();
    }

    static String of(MakerReport report) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "Market making: profit in ticks times lots, mean ± standard error of %d worlds of"
                        + " %d week(s), from seed %d; learnt from %d other weeks",
                report.worlds(),
                report.weeks(),
                report.seed(),
                report.episodes());
        line(
                text,
                "  %-57s %16s %16s %8s %9s %8s %8s %16s %16s",
                "maker",
                "profit",
                "steady profit",
                "quoted",
                "effective",
                "lots",
                "at gate",
                "learnt more",
                "steady");
        for (MakerReport.Row row : report.rows()) {
            boolean first = row == report.rows().get(0);
            line(
                    text,
                    "  %-57s %16s %16s %7.2f%% %8.2f%% %,8.0f %8.2f %16s %16s",
                    row.maker(),
                    plain(row.profit(), 0),
                    plain(row.steadyProfit(), 0),
                    100 * row.quotedSpread().mean(),
                    100 * row.effectiveSpread().mean(),
                    row.lots().mean(),
                    row.gateLots().mean(),
                    first ? "" : plain(row.learntMore(), 0),
                    first ? "" : plain(row.learntMoreSteady(), 0));
        }
        line(
                text,
                "  steady profit: without what forecasts moved the lots held, which nobody can"
                        + " foresee; the same in the mean, with less noise");
        line(text, "  %s", verdict(report));
        return text.toString();
    }

    private static String verdict(MakerReport report) {
        boolean profit = true;
        boolean steady = true;
        int narrower = 0;
        int cheaper = 0;
        MakerReport.Row learnt = report.rows().get(0);
        for (MakerReport.Row row : report.rows().subList(1, report.rows().size())) {
            profit &= row.learntMore().isClearlyPositive();
            steady &= row.learntMoreSteady().isClearlyPositive();
            narrower += learnt.quotedSpread().mean() <= row.quotedSpread().mean() ? 1 : 0;
            cheaper += learnt.effectiveSpread().mean() <= row.effectiveSpread().mean() ? 1 : 0;
        }
        return "The learnt maker earns "
                + (profit
                        ? "more than each fixed spread, beyond two standard errors"
                        : steady
                                ? "more than each fixed spread in steady profit, beyond two"
                                        + " standard errors; in profit as such the noise is too"
                                        + " large to tell for some"
                                : "NOT clearly more than each fixed spread")
                + String.format(
                        Locale.ROOT,
                        "; it quotes narrower than %d of them, and trades at a narrower effective"
                                + " spread than %d of them.",
                        narrower,
                        cheaper);
    }

    private static String plain(Estimate estimate, int digits) {
        return String.format(
                Locale.ROOT,
                "%,." + digits + "f ± %,." + digits + "f",
                estimate.mean(),
                estimate.standardError());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
