package io.attentionfutures.forecast.statistical;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandForecaster;
import io.attentionfutures.forecast.History;
import io.attentionfutures.forecast.Season;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * Forecasts with a model that is fitted to the history when there are {@value #FIRST_DAYS} days of
 * it, and anew every week. Markets are spread over the day and the week by their names, so that not
 * all are fitted at once.
 */
final class RefittedForecaster implements DemandForecaster {

    private static final int FIRST_DAYS = 4;

    private final String code;
    private final Fit fit;
    private final Read read;
    private Optional<FittedModel> model = Optional.empty();
    private long observed;

    /** Fits a model to a history; empty if none fits. */
    @FunctionalInterface
    interface Fit {
        Optional<? extends FittedModel> fit(double[] values, Season season);
    }

    /** Reads what a model has written. */
    @FunctionalInterface
    interface Read {
        FittedModel read(DataInput in) throws IOException;
    }

    private RefittedForecaster(String code, Fit fit, Read read) {
        this.code = code;
        this.fit = fit;
        this.read = read;
    }

    /** Seasonal ARIMA. */
    static RefittedForecaster arima() {
        return new RefittedForecaster("arima", SeasonalArima::fit, SeasonalArima::read);
    }

    /** Exponential smoothing. */
    static RefittedForecaster ets() {
        return new RefittedForecaster("ets", ExponentialSmoothing::fit, ExponentialSmoothing::read);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public void observe(History history) {
        observed++;
        Season season = history.season();
        int spread = Math.floorMod(history.series().market().hashCode(), season.week());
        long first = (long) FIRST_DAYS * season.day() + spread % season.day();
        boolean due = observed > first && (observed + spread) % season.week() == 0;
        if (observed == first || due) {
            model = fit.fit(history.clean().values(), season).map(fitted -> fitted);
        }
    }

    @Override
    public boolean isReady(History history) {
        return model.isPresent();
    }

    @Override
    public double[] points(History history) {
        return model.orElseThrow().forecast(history.clean().values(), DemandForecast.HORIZON);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(observed);
        out.writeBoolean(model.isPresent());
        if (model.isPresent()) {
            model.get().write(out);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        observed = in.readLong();
        model = in.readBoolean() ? Optional.of(read.read(in)) : Optional.empty();
    }
}
