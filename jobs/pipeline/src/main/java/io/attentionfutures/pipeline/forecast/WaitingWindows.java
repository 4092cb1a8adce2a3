package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.pipeline.demand.Demand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Windows that have closed but whose time the watermark has not passed, by time and market. */
final class WaitingWindows {
    private final TreeSet<Demand> windows =
            new TreeSet<>(
                    Comparator.comparingLong(Demand::closedMillis)
                            .thenComparing(Demand::market)
                            .thenComparingLong(Demand::windowStartMillis));

    void add(Demand demand) {
        windows.add(demand);
    }

    /** Takes the next windows that closed at that time or before, one of each market at most. */
    List<Demand> take(long timeMillis) {
        Map<String, Demand> taken = new LinkedHashMap<>();
        while (!windows.isEmpty()
                && windows.first().closedMillis() <= timeMillis
                && !taken.containsKey(windows.first().market())) {
            Demand next = windows.pollFirst();
            taken.put(next.market(), next);
        }
        return List.copyOf(taken.values());
    }

    /** All that wait, by market. */
    Map<String, List<Demand>> byMarket() {
        Map<String, List<Demand>> all = new LinkedHashMap<>();
        windows.forEach(
                window -> all.computeIfAbsent(window.market(), m -> new ArrayList<>()).add(window));
        return all;
    }
}
