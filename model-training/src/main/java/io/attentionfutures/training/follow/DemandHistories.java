package io.attentionfutures.training.follow;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.forecast.DemandWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The demand histories of all markets, grown window by window as the market publishes them. As in
 * the market, a gap or another length of windows begins a history anew. Not thread-safe.
 */
public final class DemandHistories {

    private final Map<String, Growing> markets = new TreeMap<>();

    private static final class Growing {
        private final long periodMillis;
        private final List<DemandWindow> windows = new ArrayList<>();
        private long endMillis;

        Growing(long periodMillis, long startMillis) {
            this.periodMillis = periodMillis;
            this.endMillis = startMillis;
        }
    }

    /**
     * Adds a market's next window; one that is known already is left out.
     *
     * @param market the market
     * @param startMillis start of the window
     * @param endMillis end of the window, exclusive
     * @param window what was measured
     */
    public void add(String market, long startMillis, long endMillis, DemandWindow window) {
        long period = endMillis - startMillis;
        Growing known = markets.get(market);
        if (known != null && known.periodMillis == period && endMillis <= known.endMillis) {
            return;
        }
        if (known == null || known.periodMillis != period || known.endMillis != startMillis) {
            known = new Growing(period, startMillis);
            markets.put(market, known);
        }
        known.windows.add(window);
        known.endMillis = endMillis;
    }

    /** The histories of all markets with windows of that length, by market. */
    public List<DemandSeries> ofPeriod(long periodMillis) {
        List<DemandSeries> series = new ArrayList<>();
        markets.forEach(
                (market, known) -> {
                    if (known.periodMillis == periodMillis) {
                        series.add(series(market, known));
                    }
                });
        return series;
    }

    private static DemandSeries series(String market, Growing known) {
        return new DemandSeries(
                market,
                known.periodMillis,
                known.endMillis,
                known.windows.stream().mapToDouble(DemandWindow::used).toArray(),
                known.windows.stream().mapToDouble(DemandWindow::capacity).toArray(),
                known.windows.stream().mapToDouble(DemandWindow::largestShare).toArray());
    }
}
