package io.attentionfutures.forecast.statistical;

import io.attentionfutures.forecast.DemandForecaster;
import io.attentionfutures.forecast.History;

/** Forecasts with one of the simple methods, once the history reaches back to what it repeats. */
public final class SimpleForecaster implements DemandForecaster {

    private final StatisticalMethod method;

    /** The forecaster of one method. */
    public SimpleForecaster(StatisticalMethod method) {
        this.method = method;
    }

    @Override
    public String code() {
        return method.code();
    }

    @Override
    public void observe(History history) {}

    @Override
    public boolean isReady(History history) {
        return history.windows() >= method.minimumWindows(history.season());
    }

    @Override
    public double[] points(History history) {
        return method.predict(history.clean().values(), history.windows(), history.season());
    }
}
