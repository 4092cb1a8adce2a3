package io.attentionfutures.market.price;

import io.attentionfutures.market.codec.WholeNumbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The price of a delivery period from the prices and the demand of earlier ones, and how far off it
 * has been:
 *
 * <pre>
 * P(t) = squash(w1 P(t - lead) + w2 P(t - day) + u X(t - lead - lag) + b)
 * </pre>
 *
 * <p>Prices on the right are shares of floor to cap, see {@link PriceRange}; demand {@code X} is a
 * share of capacity; the squashing function is the logistic one, onto floor to cap. The
 * coefficients are those of {@link LeastSquares} for the price's logit, brought up to date with
 * every price that a period is settled at. Before that the period's own price is measured against
 * what the coefficients had made of it: the deviation is the root of the mean squared error in
 * ticks, forgetting as the coefficients do.
 *
 * <p>This is the autoregressive model with exogenous input, fitted by regressing each lead on what
 * is known that long before ("direct" multi-step forecasts; M. Marcellino, J. Stock, M. Watson, "A
 * Comparison of Direct and Iterated Multistep AR Methods", Journal of Econometrics 135, 2006).
 */
final class AutoregressivePrice {
    /** Prices that are learnt from before the error is measured. */
    static final int UNMEASURED = 12;

    private static final int INPUTS = 4;

    private final LeastSquares fit = new LeastSquares(INPUTS);
    private double squaredErrors;
    private double weight;
    private int measured;

    /**
     * What is known of earlier periods.
     *
     * @param lastTicks price of the period {@code lead} before
     * @param dayBeforeTicks price at the same time of the day before
     * @param demand demand in the newest period that is sure to be known with that price, as a
     *     share of capacity
     */
    record Lags(double lastTicks, double dayBeforeTicks, double demand) {
        private double[] inputs(PriceRange range) {
            return new double[] {range.share(lastTicks), range.share(dayBeforeTicks), demand, 1};
        }
    }

    /** Returns the price, within floor and cap, not rounded. */
    double ticks(Lags lags, PriceRange range) {
        return range.ticks(fit.estimate(lags.inputs(range)));
    }

    /** Learns what a period was settled at. */
    void settled(Lags lags, double priceTicks, PriceRange range) {
        double[] inputs = lags.inputs(range);
        if (fit.observations() >= UNMEASURED) {
            double error = priceTicks - range.ticks(fit.estimate(inputs));
            squaredErrors = LeastSquares.FORGETTING * squaredErrors + error * error;
            weight = LeastSquares.FORGETTING * weight + 1;
            measured = Math.min(measured, Integer.MAX_VALUE - 1) + 1;
        }
        fit.observe(inputs, range.logit(priceTicks));
    }

    /** How many prices it has been measured by. */
    int measured() {
        return measured;
    }

    /** Root of the mean squared error, ticks; only known once it has been measured. */
    double deviationTicks() {
        return Math.sqrt(squaredErrors / weight);
    }

    void write(DataOutput out) throws IOException {
        fit.write(out);
        out.writeDouble(squaredErrors);
        out.writeDouble(weight);
        WholeNumbers.write(out, measured);
    }

    static AutoregressivePrice read(DataInput in) throws IOException {
        AutoregressivePrice price = new AutoregressivePrice();
        price.fit.readInto(in);
        price.squaredErrors = in.readDouble();
        price.weight = in.readDouble();
        price.measured = (int) WholeNumbers.read(in);
        return price;
    }
}
