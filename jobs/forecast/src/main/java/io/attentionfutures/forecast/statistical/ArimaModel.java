package io.attentionfutures.forecast.statistical;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import jdplus.toolkit.base.api.data.DoubleSeq;
import jdplus.toolkit.base.core.arima.estimation.FastArimaForecasts;
import jdplus.toolkit.base.core.regarima.RegArimaEstimation;
import jdplus.toolkit.base.core.regarima.RegArimaModel;
import jdplus.toolkit.base.core.regsarima.RegSarimaComputer;
import jdplus.toolkit.base.core.sarima.SarimaModel;

/** One seasonal ARIMA model of standardised values, with the parameters of a fit. Immutable. */
final class ArimaModel {

    private static final RegSarimaComputer MAXIMUM_LIKELIHOOD =
            RegSarimaComputer.builder()
                    .useParallelProcessing(false)
                    .precision(1e-5)
                    .startingPoint(RegSarimaComputer.StartingPoint.HannanRissanen)
                    .build();

    private final ArimaOrder order;
    private final double mean;
    private final double[] parameters;

    private ArimaModel(ArimaOrder order, double mean, double[] parameters) {
        this.order = order;
        this.mean = mean;
        this.parameters = parameters;
    }

    /** Fits by exact maximum likelihood; empty if the library cannot. */
    static Optional<ArimaModel> fit(double[] values, ArimaOrder order) {
        try {
            RegArimaModel.Builder<SarimaModel> builder = RegArimaModel.builder();
            builder.y(DoubleSeq.of(order.withoutProfile(values)));
            builder.arima(SarimaModel.builder(order.orders()).setDefault().build());
            builder.meanCorrection(order.hasMean());
            RegArimaEstimation<SarimaModel> estimation =
                    MAXIMUM_LIKELIHOOD.process(builder.build(), null);
            double mean =
                    order.hasMean()
                            ? estimation.getConcentratedLikelihood().coefficients().get(0)
                            : 0;
            double[] parameters = estimation.getModel().arima().parameters().toArray();
            boolean finite =
                    Double.isFinite(mean) && DoubleSeq.of(parameters).allMatch(Double::isFinite);
            return finite ? Optional.of(new ArimaModel(order, mean, parameters)) : Optional.empty();
        } catch (RuntimeException e) {
            // The library reports singular matrices and failed searches in many ways, also as null.
            return Optional.empty();
        }
    }

    /** Forecasts after any history of standardised values; empty if it is too short. */
    Optional<double[]> forecast(double[] values, int horizon) {
        double[] forecast;
        try {
            SarimaModel model =
                    SarimaModel.builder(order.orders())
                            .parameters(DoubleSeq.of(parameters))
                            .build();
            FastArimaForecasts recursion = new FastArimaForecasts();
            recursion.prepare(model, mean);
            forecast =
                    recursion
                            .forecasts(DoubleSeq.of(order.withoutProfile(values)), horizon)
                            .toArray();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
        order.addProfile(values, forecast);
        return Arrays.stream(forecast).allMatch(Double::isFinite)
                ? Optional.of(forecast)
                : Optional.empty();
    }

    void write(DataOutput out) throws IOException {
        order.write(out);
        out.writeDouble(mean);
        for (double parameter : parameters) {
            out.writeDouble(parameter);
        }
    }

    static ArimaModel read(DataInput in) throws IOException {
        ArimaOrder order = ArimaOrder.read(in);
        double mean = in.readDouble();
        double[] parameters = new double[order.parameters()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = in.readDouble();
        }
        return new ArimaModel(order, mean, parameters);
    }

    @Override
    public String toString() {
        return order + Arrays.toString(parameters) + (order.hasMean() ? " mean " + mean : "");
    }
}
