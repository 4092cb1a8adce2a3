package io.attentionfutures.forecast.statistical;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.DemandForecaster;
import io.attentionfutures.forecast.History;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A linear regression of each window ahead on {@link RegressionFeatures}, fitted online: every
 * window that becomes known adds one example per window ahead, and older examples are slowly
 * forgotten. Ridge penalty (Hoerl and Kennard 1970); forecasts of many steps by a regression each
 * ("direct", Marcellino, Stock and Watson 2006).
 *
 * <p>The variant for the mean minimises squared errors. The one for the median weights an example
 * by the inverse of its error, as in iteratively reweighted least squares for absolute errors
 * (Schlossmacher 1973): better where a few large errors would decide.
 */
public final class LaggedRegression implements DemandForecaster {

    private static final int MINIMUM_EXAMPLES = 336 - RegressionFeatures.MINIMUM_WINDOWS;
    private static final double FORGETTING = 0.9995;
    private static final double PENALTY = 5;
    private static final double MEAN_BOUND = 4;
    private static final double MEDIAN_BOUND = 6;
    private static final double SMALLEST_ERROR = 0.3;
    private static final int P = RegressionFeatures.COUNT;

    private final String code;
    private final boolean median;
    private final double[][][] products = new double[DemandForecast.HORIZON][P][P];
    private final double[][] targets = new double[DemandForecast.HORIZON][P];
    private final double[][] coefficients = new double[DemandForecast.HORIZON][P];
    private int examples;

    private LaggedRegression(String code, boolean median) {
        this.code = code;
        this.median = median;
    }

    /** The regression that minimises squared errors. */
    public static LaggedRegression ofMean() {
        return new LaggedRegression("regression", false);
    }

    /** The regression that minimises absolute errors, nearly. */
    public static LaggedRegression ofMedian() {
        return new LaggedRegression("median-regression", true);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public void observe(History history) {
        int newest = history.windows() - 1;
        if (newest < RegressionFeatures.MINIMUM_WINDOWS || history.clean().filled()[newest]) {
            return;
        }
        double value = history.at(newest);
        double[] row = new double[P];
        for (int h = 0; h < DemandForecast.HORIZON; h++) {
            int origin = newest - h;
            if (origin < RegressionFeatures.MINIMUM_WINDOWS) {
                break;
            }
            RegressionFeatures features = new RegressionFeatures(history, origin);
            features.fill(h, row);
            learn(h, row, (value - features.last()) / features.scale());
        }
        examples++;
    }

    private void learn(int h, double[] row, double target) {
        double bound = median ? MEDIAN_BOUND : MEAN_BOUND;
        double bounded = Math.max(-bound, Math.min(bound, target));
        double weight = 1;
        if (median) {
            double error = Math.abs(bounded - product(coefficients[h], row));
            weight = SMALLEST_ERROR / Math.max(SMALLEST_ERROR, error);
        }
        for (int i = 0; i < P; i++) {
            for (int j = 0; j <= i; j++) {
                products[h][i][j] = FORGETTING * products[h][i][j] + weight * row[i] * row[j];
            }
            targets[h][i] = FORGETTING * targets[h][i] + weight * row[i] * bounded;
        }
        CholeskySolver.solve(products[h], PENALTY, targets[h], coefficients[h]);
    }

    @Override
    public boolean isReady(History history) {
        return examples >= MINIMUM_EXAMPLES
                && history.windows() >= RegressionFeatures.MINIMUM_WINDOWS;
    }

    @Override
    public double[] points(History history) {
        RegressionFeatures features = new RegressionFeatures(history, history.windows());
        double[] points = new double[DemandForecast.HORIZON];
        double[] row = new double[P];
        double bound = median ? MEDIAN_BOUND : MEAN_BOUND;
        for (int h = 0; h < points.length; h++) {
            features.fill(h, row);
            double change = Math.max(-bound, Math.min(bound, product(coefficients[h], row)));
            points[h] = features.last() + features.scale() * change;
        }
        return points;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(examples);
        for (int h = 0; h < DemandForecast.HORIZON; h++) {
            for (int i = 0; i < P; i++) {
                for (int j = 0; j <= i; j++) {
                    out.writeDouble(products[h][i][j]);
                }
                out.writeDouble(targets[h][i]);
                out.writeDouble(coefficients[h][i]);
            }
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        examples = in.readInt();
        for (int h = 0; h < DemandForecast.HORIZON; h++) {
            for (int i = 0; i < P; i++) {
                for (int j = 0; j <= i; j++) {
                    products[h][i][j] = in.readDouble();
                }
                targets[h][i] = in.readDouble();
                coefficients[h][i] = in.readDouble();
            }
        }
    }
}
