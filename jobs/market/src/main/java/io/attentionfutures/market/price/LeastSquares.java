package io.attentionfutures.market.price;

import io.attentionfutures.market.codec.WholeNumbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Coefficients of a linear relation, brought up to date with every observation: they minimise
 *
 * <pre>
 * sum over i of FORGETTING^(n - i) (y_i - c . x_i)^2 + RIDGE |c|^2
 * </pre>
 *
 * <p>Least squares with exponential forgetting (L. Ljung, "System Identification", 1999, 11.2),
 * kept as normal equations rather than as their inverse: what is forgotten then never makes the
 * inverse grow without bound while inputs stay the same, and the ridge, which is not forgotten,
 * keeps the equations solvable from the first observation on. The same to the last bit on every
 * machine. Memory does not grow.
 */
final class LeastSquares {
    /** Weight of an observation relative to the next one: about the last 100 count. */
    static final double FORGETTING = 0.99;

    /** A hundredth of an observation says that there is no relation. */
    static final double RIDGE = 0.01;

    /** Lower triangle of the weighted sum of products of inputs. */
    private final double[][] products;

    /** Weighted sum of inputs times output. */
    private final double[] moments;

    private double[] coefficients;
    private int observations;

    LeastSquares(int inputs) {
        products = new double[inputs][];
        for (int row = 0; row < inputs; row++) {
            products[row] = new double[row + 1];
        }
        moments = new double[inputs];
        coefficients = new double[inputs];
    }

    /** Takes note of what came of some inputs; all numbers finite. */
    void observe(double[] inputs, double output) {
        for (int row = 0; row < moments.length; row++) {
            for (int column = 0; column <= row; column++) {
                products[row][column] =
                        FORGETTING * products[row][column] + inputs[row] * inputs[column];
            }
            moments[row] = FORGETTING * moments[row] + inputs[row] * output;
        }
        observations = Math.min(observations, Integer.MAX_VALUE - 1) + 1;
        solve();
    }

    /** Returns what the relation makes of some inputs, 0 before the first observation. */
    double estimate(double[] inputs) {
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * inputs[i];
        }
        return sum;
    }

    int observations() {
        return observations;
    }

    double[] coefficients() {
        return coefficients.clone();
    }

    /** Cholesky's decomposition: with the ridge the matrix is positive definite. */
    private void solve() {
        int size = moments.length;
        double[][] root = new double[size][size];
        double[] solution = new double[size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = products[row][column] + (row == column ? RIDGE : 0);
                for (int k = 0; k < column; k++) {
                    rest -= root[row][k] * root[column][k];
                }
                root[row][column] = row == column ? Math.sqrt(rest) : rest / root[column][column];
            }
            double rest = moments[row];
            for (int k = 0; k < row; k++) {
                rest -= root[row][k] * solution[k];
            }
            solution[row] = rest / root[row][row];
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int k = row + 1; k < size; k++) {
                solution[row] -= root[k][row] * solution[k];
            }
            solution[row] /= root[row][row];
        }
        coefficients = solution;
    }

    void write(DataOutput out) throws IOException {
        WholeNumbers.write(out, observations);
        for (int row = 0; row < moments.length; row++) {
            for (double product : products[row]) {
                out.writeDouble(product);
            }
            out.writeDouble(moments[row]);
        }
    }

    /** Reads what {@link #write} wrote of as many inputs. */
    void readInto(DataInput in) throws IOException {
        observations = (int) WholeNumbers.read(in);
        for (int row = 0; row < moments.length; row++) {
            for (int column = 0; column <= row; column++) {
                products[row][column] = in.readDouble();
            }
            moments[row] = in.readDouble();
        }
        solve();
    }
}
