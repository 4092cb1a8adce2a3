package io.attentionfutures.forecast.statistical;

import io.attentionfutures.forecast.Season;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jdplus.toolkit.base.api.data.DoubleSeq;
import jdplus.toolkit.base.core.arima.estimation.FastArimaForecasts;
import jdplus.toolkit.base.core.regarima.RegArimaEstimation;
import jdplus.toolkit.base.core.regarima.RegArimaModel;
import jdplus.toolkit.base.core.regsarima.RegSarimaComputer;
import jdplus.toolkit.base.core.sarima.SarimaModel;

/**
 * A seasonal ARIMA model (Box and Jenkins 1970) with the orders that fit a history best by the
 * corrected information criterion of Akaike, fitted by exact maximum likelihood with JDemetra+.
 * With seasons of up to a day of {@value #LONGEST_SEASON} windows the season is part of the model;
 * with more windows a day the model is that of the deviations from the daily profile.
 *
 * <p>Values are in any unit, may be negative, and have to be finite; so are forecasts, which may be
 * negative even if no value is. Immutable; forecasts of one model are the same on every machine.
 */
public final class SeasonalArima implements FittedModel {

    static final int LONGEST_SEASON = 24;

    private static final int VERSION = 1;
    private static final double PRECISION = 1e-5;

    private final Standardization standardization;
    private final ArimaOrder order;
    private final boolean profile;
    private final int day;
    private final double mean;
    private final double[] parameters;

    private SeasonalArima(
            Standardization standardization,
            ArimaOrder order,
            boolean profile,
            int day,
            double mean,
            double[] parameters) {
        this.standardization = standardization;
        this.order = order;
        this.profile = profile;
        this.day = day;
        this.mean = mean;
        this.parameters = parameters;
    }

    /**
     * Fits a model by exact maximum likelihood.
     *
     * @param values finite, oldest first, without holes
     * @return empty if the values are constant or too few, or the fit does not converge
     */
    public static Optional<SeasonalArima> fit(double[] values, Season season) {
        Optional<Standardization> standardization = Standardization.of(values);
        if (standardization.isEmpty()) {
            return Optional.empty();
        }
        int day = season.day();
        boolean profile = day > LONGEST_SEASON && values.length >= 2 * day;
        double[] standard = standardization.get().apply(values);
        if (profile) {
            subtractProfile(standard, DailyProfile.of(standard, day));
        }
        SeasonalArima best = null;
        double criterion = Double.POSITIVE_INFINITY;
        for (ArimaOrder order : candidates(day)) {
            if (values.length < order.minimumValues()) {
                continue;
            }
            RegArimaEstimation<SarimaModel> estimation = estimate(standard, order);
            if (estimation == null || !(estimation.statistics().getAICC() < criterion)) {
                continue;
            }
            criterion = estimation.statistics().getAICC();
            best =
                    new SeasonalArima(
                            standardization.get(),
                            order,
                            profile,
                            day,
                            order.mean()
                                    ? estimation.getConcentratedLikelihood().coefficients().get(0)
                                    : 0,
                            estimation.getModel().arima().parameters().toArray());
        }
        return Optional.ofNullable(best);
    }

    private static List<ArimaOrder> candidates(int day) {
        List<ArimaOrder> regular = List.of(ArimaOrder.of(1, 0, 0), ArimaOrder.of(1, 0, 1));
        if (day > LONGEST_SEASON) {
            return regular;
        }
        return List.of(
                regular.get(0),
                regular.get(1),
                ArimaOrder.of(1, 0, 1).seasonal(1, 0, 0, day),
                ArimaOrder.of(1, 0, 1).seasonal(0, 1, 1, day),
                ArimaOrder.of(1, 1, 1).seasonal(0, 1, 1, day));
    }

    private static RegArimaEstimation<SarimaModel> estimate(double[] standard, ArimaOrder order) {
        try {
            RegArimaModel.Builder<SarimaModel> builder = RegArimaModel.builder();
            builder.y(DoubleSeq.of(standard));
            builder.arima(SarimaModel.builder(order.orders()).setDefault().build());
            builder.meanCorrection(order.mean());
            return RegSarimaComputer.builder()
                    .useParallelProcessing(false)
                    .precision(PRECISION)
                    .startingPoint(RegSarimaComputer.StartingPoint.HannanRissanen)
                    .build()
                    .process(builder.build(), null);
        } catch (RuntimeException e) {
            // The library reports singular matrices and failed searches in many ways.
            return null;
        }
    }

    /**
     * Forecasts the {@code horizon} windows after a history with the parameters of the fit.
     *
     * @param values finite, oldest first, at least one; their first window is at the same time of
     *     the day as that of any other history, only the distance to the end matters
     * @return never further outside of the values' range than that range is wide; the last value
     *     throughout if the values are too few for the model
     */
    @Override
    public double[] forecast(double[] values, int horizon) {
        ForecastRange range = ForecastRange.of(values);
        double[] out = new double[horizon];
        Arrays.fill(out, range.last());
        double[] standard = standardization.apply(values);
        DailyProfile deviations = null;
        if (profile && values.length >= day) {
            deviations = DailyProfile.of(standard, day);
            subtractProfile(standard, deviations);
        }
        DoubleSeq forecasts = library(standard, horizon);
        for (int h = 0; forecasts != null && h < horizon; h++) {
            double season = deviations == null ? 0 : deviations.at(values.length + h);
            out[h] = range.limit(standardization.invert(forecasts.get(h) + season));
        }
        return out;
    }

    private DoubleSeq library(double[] standard, int horizon) {
        try {
            SarimaModel model =
                    SarimaModel.builder(order.orders())
                            .parameters(DoubleSeq.of(parameters))
                            .build();
            FastArimaForecasts forecasts = new FastArimaForecasts();
            return forecasts.prepare(model, mean)
                    ? forecasts.forecasts(DoubleSeq.of(standard), horizon)
                    : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    private static void subtractProfile(double[] values, DailyProfile profile) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= profile.at(i);
        }
    }

    /** Writes the model so that {@link #read} gives the same forecasts to the last bit. */
    @Override
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        standardization.write(out);
        order.write(out);
        out.writeBoolean(profile);
        out.writeInt(day);
        out.writeDouble(mean);
        out.writeInt(parameters.length);
        for (double parameter : parameters) {
            out.writeDouble(parameter);
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
            throw new IOException("seasonal ARIMA model of version " + version);
        }
        Standardization standardization = Standardization.read(in);
        ArimaOrder order = ArimaOrder.read(in);
        boolean profile = in.readBoolean();
        int day = in.readInt();
        double mean = in.readDouble();
        double[] parameters = new double[in.readInt()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = in.readDouble();
        }
        return new SeasonalArima(standardization, order, profile, day, mean, parameters);
    }

    @Override
    public String toString() {
        return "ARIMA" + order + Arrays.toString(parameters);
    }
}
