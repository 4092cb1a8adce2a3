package io.attentionfutures.market.price;

/**
 * Quantiles of the standard normal distribution by rational approximation: algorithm AS 241, PPND16
 * (M. Wichura, "The Percentage Points of the Normal Distribution", Applied Statistics 37(3), 1988).
 * Relative error about 1e-16. Coefficients by falling power.
 */
final class NormalQuantile {
    private static final double MIDDLE = 0.425;
    private static final double[] MIDDLE_NUMERATOR = {
        2.5090809287301226727e3,
        3.3430575583588128105e4,
        6.7265770927008700853e4,
        4.5921953931549871457e4,
        1.3731693765509461125e4,
        1.9715909503065514427e3,
        1.3314166789178437745e2,
        3.3871328727963666080e0
    };
    private static final double[] MIDDLE_DENOMINATOR = {
        5.2264952788528545610e3,
        2.8729085735721942674e4,
        3.9307895800092710610e4,
        2.1213794301586595867e4,
        5.3941960214247511077e3,
        6.8718700749205790830e2,
        4.2313330701600911252e1,
        1.0
    };
    private static final double[] TAIL_NUMERATOR = {
        7.74545014278341407640e-4,
        2.27238449892691845833e-2,
        2.41780725177450611770e-1,
        1.27045825245236838258e0,
        3.64784832476320460504e0,
        5.76949722146069140550e0,
        4.63033784615654529590e0,
        1.42343711074968357734e0
    };
    private static final double[] TAIL_DENOMINATOR = {
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1,
        1.67638483018380384940e0,
        2.05319162663775882187e0,
        1.0
    };
    private static final double[] FAR_NUMERATOR = {
        2.01033439929228813265e-7,
        2.71155556874348757815e-5,
        1.24266094738807843860e-3,
        2.65321895265761230930e-2,
        2.96560571828504891230e-1,
        1.78482653991729133580e0,
        5.46378491116411436990e0,
        6.65790464350110377720e0
    };
    private static final double[] FAR_DENOMINATOR = {
        2.04426310338993978564e-15,
        1.42151175831644588870e-7,
        1.84631831751005468180e-5,
        7.86869131145613259100e-4,
        1.48753612908506148525e-2,
        1.36929880922735805310e-1,
        5.99832206555887937690e-1,
        1.0
    };

    private NormalQuantile() {}

    /** Returns the value that is not exceeded with a probability strictly between 0 and 1. */
    static double of(double probability) {
        double middle = probability - 0.5;
        if (Math.abs(middle) <= MIDDLE) {
            double r = MIDDLE * MIDDLE - middle * middle;
            return middle * ratio(r, MIDDLE_NUMERATOR, MIDDLE_DENOMINATOR);
        }
        double r = Math.sqrt(-StrictMath.log(Math.min(probability, 1 - probability)));
        double distance =
                r <= 5
                        ? ratio(r - 1.6, TAIL_NUMERATOR, TAIL_DENOMINATOR)
                        : ratio(r - 5, FAR_NUMERATOR, FAR_DENOMINATOR);
        return middle < 0 ? -distance : distance;
    }

    private static double ratio(double r, double[] numerator, double[] denominator) {
        return polynomial(r, numerator) / polynomial(r, denominator);
    }

    private static double polynomial(double r, double[] coefficients) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * r + coefficient;
        }
        return sum;
    }
}
