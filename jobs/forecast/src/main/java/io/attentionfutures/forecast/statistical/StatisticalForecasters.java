package io.attentionfutures.forecast.statistical;

import io.attentionfutures.forecast.DemandForecaster;
import io.attentionfutures.forecast.Season;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The forecasters that need no training beforehand, in a fixed order. */
public final class StatisticalForecasters {

    /** Codes of the four simple ones. */
    public static final List<String> SIMPLE =
            Arrays.stream(StatisticalMethod.values()).map(StatisticalMethod::code).toList();

    private StatisticalForecasters() {}

    /** New ones, for a series of that season. */
    public static List<DemandForecaster> all(Season season) {
        List<DemandForecaster> all = new ArrayList<>();
        for (StatisticalMethod method : StatisticalMethod.values()) {
            all.add(new SimpleForecaster(method));
        }
        all.add(new DampedReturn(season));
        all.add(LaggedRegression.ofMean());
        all.add(LaggedRegression.ofMedian());
        all.add(RefittedForecaster.ets());
        all.add(RefittedForecaster.arima());
        return all;
    }
}
