package io.attentionfutures.forecast.statistical;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.Season;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * and Snyder 2008): a level, a daily and a weekly season, a damped trend, and the correction for
 * the first-order autocorrelation of the errors of Taylor 2003 (Short-term electricity demand
 * forecasting using double seasonal exponential smoothing). Parameters are those with the smallest
 * mean absolute error of the forecasts of {@value DemandForecast#HORIZON} windows along the
 * history, and so is the choice of components, at a small charge for each parameter.
 *
 * <p>Values are in any unit, may be negative, and have to be finite; so are forecasts, which may be
 * negative even if no value is. Immutable; the same on every machine.
 */
public final class ExponentialSmoothing implements FittedModel {

    private static final int VERSION = 1;
    private static final int MINIMUM_VALUES = 24;
    private static final int MAXIMUM_EVALUATIONS = 200;
    private static final int MAXIMUM_ORIGINS = 160;
    private static final double CHARGE = 0.01;

    private final Standardization standardization;
    private final SmoothingForm form;
    private final double[] parameters;

    private ExponentialSmoothing(
            Standardization standardization, SmoothingForm form, double[] parameters) {
        this.standardization = standardization;
        this.form = form;
        this.parameters = parameters;
    }

    /**
     * Fits a model.
     *
     * @param values finite, oldest first, without holes
     * @return empty if the values are constant or too few
     */
    public static Optional<ExponentialSmoothing> fit(double[] values, Season season) {
        Optional<Standardization> standardization = Standardization.of(values);
        if (standardization.isEmpty() || values.length < MINIMUM_VALUES) {
            return Optional.empty();
        }
        double[] standard = standardization.get().apply(values);
        SmoothingForm bestForm = null;
        double[] best = null;
        double smallest = Double.POSITIVE_INFINITY;
        for (SmoothingForm form : forms(season, values.length)) {
            double[] parameters = search(form, standard, season);
            double loss =
                    loss(new SmoothingStates(form, standard), parameters, season)
                            * (1 + CHARGE * form.parameters());
            if (loss < smallest) {
                smallest = loss;
                bestForm = form;
                best = parameters;
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(new ExponentialSmoothing(standardization.get(), bestForm, best));
    }

    private static List<SmoothingForm> forms(Season season, int n) {
        List<SmoothingForm> forms = new ArrayList<>();
        forms.add(new SmoothingForm(0, 0, false));
        forms.add(new SmoothingForm(0, 0, true));
        if (n >= 3 * season.day()) {
            forms.add(new SmoothingForm(season.day(), 0, false));
        }
        if (n >= 3 * season.week()) {
            forms.add(new SmoothingForm(season.day(), season.week(), false));
        }
        return forms;
    }

    private static double[] search(SmoothingForm form, double[] standard, Season season) {
        int k = form.parameters();
        double[] guess = new double[k];
        double[] lower = new double[k];
        double[] upper = new double[k];
        Arrays.fill(guess, 0.1);
        Arrays.fill(upper, 1);
        guess[SmoothingForm.CORRECTION] = 0.7;
        if (form.trend()) {
            guess[form.dampingIndex()] = 0.8;
            upper[form.dampingIndex()] = 0.98;
        }
        SmoothingStates states = new SmoothingStates(form, standard);
        double[][] best = {guess};
        double[] smallest = {loss(states, guess, season)};
        try {
            new BOBYQAOptimizer(2 * k + 1, 0.2, 1e-3)
                    .optimize(
                            new MaxEval(MAXIMUM_EVALUATIONS),
                            new ObjectiveFunction(
                                    point -> {
                                        double loss = loss(states, point, season);
                                        if (loss < smallest[0]) {
                                            smallest[0] = loss;
                                            best[0] = point.clone();
                                        }
                                        return loss;
                                    }),
                            GoalType.MINIMIZE,
                            new InitialGuess(guess),
                            new SimpleBounds(lower, upper));
        } catch (MathRuntimeException e) {
            // The best point so far is as good as any when the evaluations are spent.
        }
        return best[0];
    }

    private static double loss(SmoothingStates states, double[] parameters, Season season) {
        states.run(parameters);
        int n = states.windows();
        int first = Math.min(season.day(), n / 3);
        int stride = Math.max(1, (n - first) / MAXIMUM_ORIGINS);
        double loss = states.meanAbsoluteError(first, stride, DemandForecast.HORIZON);
        return Double.isNaN(loss) ? Double.MAX_VALUE : loss;
    }

    /**
     * Forecasts the {@code horizon} windows after a history with the parameters of the fit.
     *
     * @param values finite, oldest first, at least one
     * @return never further outside of the values' range than that range is wide
     */
    @Override
    public double[] forecast(double[] values, int horizon) {
        ForecastRange range = ForecastRange.of(values);
        SmoothingStates states = new SmoothingStates(form, standardization.apply(values));
        states.run(parameters);
        double[] out = new double[horizon];
        states.forecast(values.length - 1, out);
        for (int h = 0; h < horizon; h++) {
            out[h] = range.limit(standardization.invert(out[h]));
        }
        return out;
    }

    /** Writes the model so that {@link #read} gives the same forecasts to the last bit. */
    @Override
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        standardization.write(out);
        form.write(out);
        for (double parameter : parameters) {
            out.writeDouble(parameter);
        }
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
        Standardization standardization = Standardization.read(in);
        SmoothingForm form = SmoothingForm.read(in);
        double[] parameters = new double[form.parameters()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = in.readDouble();
        }
        return new ExponentialSmoothing(standardization, form, parameters);
    }

    @Override
    public String toString() {
        return form + Arrays.toString(parameters);
    }
}
