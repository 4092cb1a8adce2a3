package io.attentionfutures.forecast.statistical;

import io.attentionfutures.forecast.Season;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The mean of the forecasts of two ARIMA models (Box and Jenkins 1970), fitted by exact maximum
 * likelihood with JDemetra+: one returns to a daily season, (2,0,1)(0,1,1), the other keeps to the
 * recent level with a season that fades, (0,1,1)(1,0,0). On a month of demand the mean of the two
 * forecasts a day better than either of them, and better than the one with the smaller information
 * criterion. A history of less than four days has the second only, and one of less than two days
 * has it without a season. If a day has more than {@value #LONGEST_SEASON} windows, the models are
 * (0,1,1) and, from a week of history on, (0,1,1) around the daily profile.
 *
 * <p>Values are in any unit, may be negative, and have to be finite; so are forecasts, which may be
 * negative even if no value is. Forecasts with given parameters are the same on every machine; the
 * parameters depend on the machine's logarithm in their last digits. Immutable.
 */
public final class SeasonalArima implements FittedModel {

    static final int LONGEST_SEASON = 24;
    static final int MINIMUM_VALUES = 12;

    private static final int VERSION = 1;
    private static final int DAYS_OF_SEASON = 2;
    private static final int DAYS_OF_RETURN = 4;
    private static final int DAYS_OF_PROFILE = 7;

    private final Standardization standardization;
    private final List<ArimaModel> models;

    private SeasonalArima(Standardization standardization, List<ArimaModel> models) {
        this.standardization = standardization;
        this.models = models;
    }

    /**
     * Fits the models.
     *
     * @param values finite, oldest first, without holes
     * @param season gives the windows of a day
     * @return empty if the values are constant or fewer than {@value #MINIMUM_VALUES}, or no fit
     *     converges
     */
    public static Optional<SeasonalArima> fit(double[] values, Season season) {
        Optional<Standardization> standardization = Standardization.of(values);
        if (standardization.isEmpty() || values.length < MINIMUM_VALUES) {
            return Optional.empty();
        }
        double[] standard = standardization.get().applyForFit(values);
        List<ArimaModel> models = new ArrayList<>();
        for (ArimaOrder order : orders(season.day(), values.length)) {
            ArimaModel.fit(standard, order).ifPresent(models::add);
        }
        if (models.isEmpty()) {
            ArimaModel.fit(standard, ArimaOrder.smoothing()).ifPresent(models::add);
        }
        return models.isEmpty()
                ? Optional.empty()
                : Optional.of(new SeasonalArima(standardization.get(), List.copyOf(models)));
    }

    private static List<ArimaOrder> orders(int day, int windows) {
        int days = windows / day;
        if (day > LONGEST_SEASON) {
            return days < DAYS_OF_PROFILE
                    ? List.of(ArimaOrder.smoothing())
                    : List.of(ArimaOrder.smoothing(), ArimaOrder.smoothedProfile(day));
        }
        if (day == 1 || days < DAYS_OF_SEASON) {
            return List.of(ArimaOrder.smoothing());
        }
        return days < DAYS_OF_RETURN
                ? List.of(ArimaOrder.smoothedSeason(day))
                : List.of(ArimaOrder.smoothedSeason(day), ArimaOrder.returning(day));
    }

    /**
     * Forecasts the {@code horizon} windows after a history with the parameters of the fit.
     *
     * @param values finite, oldest first, at least one; not necessarily those of the fit
     * @return never further outside of the values' range than that range is wide; the last value
     *     throughout if the values are too few for the models
     */
    @Override
    public double[] forecast(double[] values, int horizon) {
        ForecastRange range = ForecastRange.of(values);
        double[] standard = standardization.apply(values);
        double[] sum = new double[horizon];
        int count = 0;
        for (ArimaModel model : models) {
            Optional<double[]> forecast = model.forecast(standard, horizon);
            if (forecast.isPresent()) {
                count++;
                for (int h = 0; h < horizon; h++) {
                    sum[h] += forecast.get()[h];
                }
            }
        }
        for (int h = 0; h < horizon; h++) {
            sum[h] =
                    count == 0 ? range.last() : range.limit(standardization.invert(sum[h] / count));
        }
        return sum;
    }

    /** Writes the models so that {@link #read} gives the same forecasts to the last bit. */
    @Override
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        standardization.write(out);
        out.writeByte(models.size());
        for (ArimaModel model : models) {
            model.write(out);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is of another version
     */
    public static SeasonalArima read(DataInput in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("seasonal ARIMA models of version " + version);
        }
        Standardization standardization = Standardization.read(in);
        ArimaModel[] models = new ArimaModel[in.readUnsignedByte()];
        for (int i = 0; i < models.length; i++) {
            models[i] = ArimaModel.read(in);
        }
        return new SeasonalArima(standardization, List.copyOf(Arrays.asList(models)));
    }

    @Override
    public String toString() {
        return models.toString();
    }
}
