package io.attentionfutures.forecast.statistical;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.Season;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * Exponential smoothing with additive errors in the error-correction form (Hyndman, Koehler, Ord
 * and Snyder 2008): a level, a daily season, and the correction for the first-order autocorrelation
 * of the errors of Taylor 2003 (Short-term electricity demand forecasting using double seasonal
 * exponential smoothing). The season may fade from day to day, so that it costs little where there
 * is none. Trends and weekly seasons made forecasts of a day worse on a month of demand.
 *
 * <p>The forecast of the window {@code h} ahead is {@code level + effect(h) + carry^h · error}.
 * Parameters are those with the smallest mean absolute error of the forecasts of the next {@value
 * DemandForecast#HORIZON} windows along the history.
 *
 * <p>Values are in any unit, may be negative, and have to be finite; so are forecasts, which may be
 * negative even if no value is. Immutable; the same on every machine.
 */
public final class ExponentialSmoothing implements FittedModel {

    static final int MINIMUM_VALUES = 12;

    private static final int VERSION = 1;
    private static final int LONG_SEASON = 24;
    private static final int DAYS_OF_SEASON = 2;
    private static final int DAYS_OF_LONG_SEASON = 7;
    private static final int EVALUATIONS = 200;
    private static final int ORIGINS = 160;
    private static final double FIRST_RADIUS = 0.1;
    private static final double LAST_RADIUS = 1e-3;

    private final Standardization standardization;
    private final int day;
    private final SmoothingParameters parameters;

    private ExponentialSmoothing(
            Standardization standardization, int day, SmoothingParameters parameters) {
        this.standardization = standardization;
        this.day = day;
        this.parameters = parameters;
    }

    /**
     * Fits a model.
     *
     * @param values finite, oldest first, without holes
     * @param season gives the windows of a day; a history of less than two days, or of less than a
     *     week if a day has more than {@value #LONG_SEASON} windows, has no season
     * @return empty if the values are constant or fewer than {@value #MINIMUM_VALUES}
     */
    public static Optional<ExponentialSmoothing> fit(double[] values, Season season) {
        Optional<Standardization> standardization = Standardization.of(values);
        if (standardization.isEmpty() || values.length < MINIMUM_VALUES) {
            return Optional.empty();
        }
        int days = season.day() > LONG_SEASON ? DAYS_OF_LONG_SEASON : DAYS_OF_SEASON;
        boolean seasonal = season.day() > 1 && values.length >= days * season.day();
        int day = seasonal ? season.day() : 0;
        double[] standard = standardization.get().applyForFit(values);
        int first = Math.min(season.day(), values.length / 3);
        int stride = Math.max(1, (values.length - first) / ORIGINS);
        SmoothingStates states = new SmoothingStates(standard, day);
        SmoothingParameters best =
                search(
                        day == 0 ? new double[] {0.1, 0.7} : new double[] {0.1, 0.7, 0.1, 0.9},
                        point -> {
                            states.run(SmoothingParameters.of(point));
                            return states.meanAbsoluteError(first, stride, DemandForecast.HORIZON);
                        });
        return Optional.of(new ExponentialSmoothing(standardization.get(), day, best));
    }

    private static SmoothingParameters search(double[] guess, Loss loss) {
        double[] ones = new double[guess.length];
        Arrays.fill(ones, 1);
        double[][] best = {guess};
        double[] smallest = {loss.at(guess)};
        try {
            new BOBYQAOptimizer(2 * guess.length + 1, FIRST_RADIUS, LAST_RADIUS)
                    .optimize(
                            new MaxEval(EVALUATIONS),
                            new ObjectiveFunction(
                                    point -> {
                                        double value = loss.at(point);
                                        if (value < smallest[0]) {
                                            smallest[0] = value;
                                            best[0] = point.clone();
                                        }
                                        return value;
                                    }),
                            GoalType.MINIMIZE,
                            new InitialGuess(guess),
                            new SimpleBounds(new double[guess.length], ones));
        } catch (MathRuntimeException e) {
            // The evaluations are spent, or rounding stops the search: the best point stays.
        }
        return SmoothingParameters.of(best[0]);
    }

    @FunctionalInterface
    private interface Loss {
        double at(double[] point);
    }

    /**
     * Forecasts the {@code horizon} windows after a history with the parameters of the fit.
     *
     * @param values finite, oldest first, at least one; not necessarily those of the fit
     * @return never further outside of the values' range than that range is wide
     */
    @Override
    public double[] forecast(double[] values, int horizon) {
        ForecastRange range = ForecastRange.of(values);
        SmoothingStates states = new SmoothingStates(standardization.apply(values), day);
        states.run(parameters);
        double[] forecast = new double[horizon];
        states.forecast(values.length - 1, forecast);
        for (int h = 0; h < horizon; h++) {
            forecast[h] = range.limit(standardization.invert(forecast[h]));
        }
        return forecast;
    }

    /** Writes the model so that {@link #read} gives the same forecasts to the last bit. */
    @Override
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        standardization.write(out);
        out.writeInt(day);
        parameters.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is of another version
     */
    public static ExponentialSmoothing read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("exponential smoothing model of version " + version);
        }
        return new ExponentialSmoothing(
                Standardization.read(in), in.readInt(), SmoothingParameters.read(in));
    }

    @Override
    public String toString() {
        return parameters + " over a day of " + day;
    }
}
