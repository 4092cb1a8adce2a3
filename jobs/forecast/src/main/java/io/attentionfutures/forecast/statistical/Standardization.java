package io.attentionfutures.forecast.statistical;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * A linear change of units, so that a fit does not depend on the scale or the origin of a history.
 *
 * @param centre the mean, in units
 * @param scale the standard deviation, in units; positive
 */
record Standardization(double centre, double scale) {

    private static final double CONSTANT = 1e-12;
    private static final double FIT_STEPS = 1 << 22;

    /** Empty if the values are constant up to rounding, or too large to be added up. */
    static Optional<Standardization> of(double[] values) {
        double centre = 0;
        double largest = 0;
        for (double value : values) {
            centre += value / values.length;
            largest = Math.max(largest, Math.abs(value));
        }
        double furthest = 0;
        for (double value : values) {
            furthest = Math.max(furthest, Math.abs(value - centre));
        }
        if (!(furthest > CONSTANT * largest) || Double.isInfinite(furthest)) {
            return Optional.empty();
        }
        double squares = 0;
        for (double value : values) {
            double share = (value - centre) / furthest;
            squares += share * share;
        }
        double scale = furthest * Math.sqrt(squares / values.length);
        return scale > Double.MIN_NORMAL
                ? Optional.of(new Standardization(centre, scale))
                : Optional.empty();
    }

    /** The values in standard deviations from the centre, in a new array. */
    double[] apply(double[] values) {
        double[] standard = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            standard[i] = (values[i] - centre) / scale;
        }
        return standard;
    }

    /**
     * The same for a fit, rounded to about a quarter of a millionth of a standard deviation: a
     * search must not end elsewhere because of last bits, which are others in other units.
     */
    double[] applyForFit(double[] values) {
        double[] standard = apply(values);
        for (int i = 0; i < standard.length; i++) {
            standard[i] = Math.rint(standard[i] * FIT_STEPS) / FIT_STEPS;
        }
        return standard;
    }

    /** Turns one standardised value back into units. */
    double invert(double standard) {
        return centre + scale * standard;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(centre);
        out.writeDouble(scale);
    }

    static Standardization read(DataInput in) throws IOException {
        return new Standardization(in.readDouble(), in.readDouble());
    }
}
