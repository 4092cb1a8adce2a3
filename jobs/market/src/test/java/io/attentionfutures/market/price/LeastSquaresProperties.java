package io.attentionfutures.market.price;

import static io.attentionfutures.market.price.LeastSquares.FORGETTING;
import static io.attentionfutures.market.price.LeastSquares.RIDGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LeastSquaresProperties {
    /** One observation x, y: c = x y / (ridge + |x|^2), here y = 3 and x = (1, 2). */
    @Example
    void oneObservationAgainstTheRidge() {
        LeastSquares fit = new LeastSquares(2);
        fit.observe(new double[] {1, 2}, 3);

        assertThat(fit.coefficients()[0]).isCloseTo(3 / 5.01, within(1e-12));
        assertThat(fit.coefficients()[1]).isCloseTo(6 / 5.01, within(1e-12));
        assertThat(fit.estimate(new double[] {1, 2})).isCloseTo(15 / 5.01, within(1e-12));
    }

    /** One input: c = (0.99 * 2 + 4 * 3) / (0.99 + 9 + 0.01) after y = 2 at 1 and y = 4 at 3. */
    @Example
    void theOlderObservationCountsForLess() {
        LeastSquares fit = new LeastSquares(1);
        fit.observe(new double[] {1}, 2);
        fit.observe(new double[] {3}, 4);

        assertThat(fit.coefficients()[0]).isCloseTo(1.398, within(1e-12));
    }

    @Example
    void expectsNothingBeforeTheFirstObservation() {
        assertThat(new LeastSquares(3).estimate(new double[] {1, 2, 3})).isZero();
    }

    @Property(tries = 200)
    void isTheWeightedLeastSquaresOfAllObservationsAtOnce(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int inputs,
            @ForAll @IntRange(min = 1, max = 400) int count) {
        Random random = new Random(seed);
        LeastSquares fit = new LeastSquares(inputs);
        List<double[]> rows = new ArrayList<>();
        List<Double> outputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(random.doubles(inputs).toArray());
            outputs.add(random.nextGaussian());
            fit.observe(rows.get(i), outputs.get(i));
        }

        double[] batch = batch(rows, outputs);
        for (int i = 0; i < inputs; i++) {
            assertThat(fit.coefficients()[i]).isCloseTo(batch[i], within(1e-7));
        }
        assertThat(fit.observations()).isEqualTo(count);
    }

    /** Weighted least squares from scratch, by Gaussian elimination with pivots. */
    private static double[] batch(List<double[]> rows, List<Double> outputs) {
        int size = rows.get(0).length;
        double[][] system = new double[size][size + 1];
        for (int i = 0; i < rows.size(); i++) {
            double weight = Math.pow(FORGETTING, rows.size() - 1 - i);
            for (int r = 0; r < size; r++) {
                for (int c = 0; c < size; c++) {
                    system[r][c] += weight * rows.get(i)[r] * rows.get(i)[c];
                }
                system[r][size] += weight * rows.get(i)[r] * outputs.get(i);
            }
        }
        for (int r = 0; r < size; r++) {
            system[r][r] += RIDGE;
        }
        for (int pivot = 0; pivot < size; pivot++) {
            int best = pivot;
            for (int r = pivot + 1; r < size; r++) {
                best = Math.abs(system[r][pivot]) > Math.abs(system[best][pivot]) ? r : best;
            }
            double[] swapped = system[pivot];
            system[pivot] = system[best];
            system[best] = swapped;
            for (int r = 0; r < size; r++) {
                double factor = r == pivot ? 0 : system[r][pivot] / system[pivot][pivot];
                for (int c = pivot; c <= size; c++) {
                    system[r][c] -= factor * system[pivot][c];
                }
            }
        }
        double[] solution = new double[size];
        for (int r = 0; r < size; r++) {
            solution[r] = system[r][size] / system[r][r];
        }
        return solution;
    }

    @Property(tries = 50)
    void findsTheCoefficientsOfALongProcess(@ForAll long seed) {
        Random random = new Random(seed);
        double[] truth = {2.5, -1.25, 0.75, -1};
        LeastSquares fit = new LeastSquares(4);
        for (int i = 0; i < 2_000; i++) {
            double[] inputs = {
                random.nextDouble() * 3, random.nextDouble() * 3, random.nextDouble() * 3, 1
            };
            double output = 0.01 * random.nextGaussian();
            for (int k = 0; k < 4; k++) {
                output += truth[k] * inputs[k];
            }
            fit.observe(inputs, output);
        }
        for (int k = 0; k < 4; k++) {
            assertThat(fit.coefficients()[k]).isCloseTo(truth[k], within(0.03));
        }
    }

    @Property(tries = 20)
    void staysBoundedWhileNothingChanges(@ForAll @IntRange(min = 0, max = 1) int input) {
        LeastSquares fit = new LeastSquares(4);
        double[] inputs = {input, input, input, 1};
        for (int i = 0; i < 20_000; i++) {
            fit.observe(inputs, -21);
        }

        assertThat(fit.estimate(inputs)).isCloseTo(-21, within(0.1));
        for (double coefficient : fit.coefficients()) {
            assertThat(Math.abs(coefficient)).isLessThan(22);
        }
    }

    @Property(tries = 50)
    void restoredItGoesOnToTheLastBit(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int count) throws IOException {
        Random random = new Random(seed);
        LeastSquares undisturbed = new LeastSquares(3);
        for (int i = 0; i < count; i++) {
            undisturbed.observe(random.doubles(3).toArray(), random.nextGaussian());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        undisturbed.write(new DataOutputStream(bytes));
        LeastSquares restored = new LeastSquares(3);
        restored.readInto(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(restored.coefficients()).isEqualTo(undisturbed.coefficients());
        double[] next = random.doubles(3).toArray();
        undisturbed.observe(next, 1);
        restored.observe(next, 1);
        assertThat(restored.coefficients()).isEqualTo(undisturbed.coefficients());
        assertThat(restored.observations()).isEqualTo(count + 1);
    }
}
