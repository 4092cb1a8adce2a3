package io.attentionfutures.training.network;

import static io.attentionfutures.training.network.GruWeights.CANDIDATE;
import static io.attentionfutures.training.network.GruWeights.GATES;
import static io.attentionfutures.training.network.GruWeights.RESET;
import static io.attentionfutures.training.network.GruWeights.UPDATE;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.FeatureExtractor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * One way through a GRU and back, for one number of rows. A column stands for a row at a step, step
 * by step, so that what belongs to a step lies together.
 *
 * <pre>
 * z = sigmoid(Wz x + Rz h + bz)            update
 * r = sigmoid(Wr x + Rr h + br)            reset
 * n = tanh(Wn x + bn + r * u), u = Rn h    candidate
 * h' = (1 - z) * n + z * h
 * </pre>
 *
 * <p>Cho et al. 2014, Learning phrase representations using RNN encoder-decoder, in the form that
 * resets after the recurrent product. The way back is backpropagation through time (Werbos 1990):
 * the derivative with respect to each step's sums is what comes back from h' times factors that are
 * known beforehand for all steps at once.
 */
final class GruPass implements AutoCloseable {

    private static final int STEPS = FeatureExtractor.STEPS;

    private final GruWeights weights;
    private final int rows;
    private final INDArray input;

    /** The states from zero before the first step to the last step's. */
    private final INDArray states;

    private final INDArray[] gates = new INDArray[GATES];
    private final INDArray products;
    private final INDArray scratch;
    private final INDArray output;

    GruPass(GruWeights weights, int rows, DataType type) {
        this.weights = weights;
        this.rows = rows;
        long hidden = weights.output().rows();
        long columns = (long) STEPS * rows;
        this.input = Nd4j.create(type, new long[] {FeatureExtractor.FEATURES, columns}, 'f');
        this.states = Nd4j.create(type, new long[] {hidden, columns + rows}, 'f');
        for (int gate = 0; gate < GATES; gate++) {
            gates[gate] = Nd4j.create(type, new long[] {hidden, columns}, 'f');
        }
        this.products = Nd4j.create(type, new long[] {hidden, columns}, 'f');
        this.scratch = Nd4j.create(type, new long[] {hidden, rows}, 'f');
        this.output = Nd4j.create(type, new long[] {DemandForecast.HORIZON, rows}, 'f');
    }

    /**
     * Scores rows.
     *
     * @param batch {@code [row][feature][step]}
     * @return {@code [window, row]}, overwritten by the next call
     */
    INDArray forward(float[][][] batch) {
        load(batch);
        for (int gate = 0; gate < GATES; gate++) {
            multiply(weights.input()[gate], true, input, gates[gate], 0);
            gates[gate].addiColumnVector(weights.bias()[gate]);
        }
        for (int t = 0; t < STEPS; t++) {
            INDArray before = step(states, t);
            INDArray update = step(gates[UPDATE], t);
            INDArray reset = step(gates[RESET], t);
            INDArray candidate = step(gates[CANDIDATE], t);
            INDArray product = step(products, t);
            multiply(weights.recurrent()[UPDATE], true, before, update, 1);
            multiply(weights.recurrent()[RESET], true, before, reset, 1);
            multiply(weights.recurrent()[CANDIDATE], true, before, product, 0);
            Transforms.sigmoid(update, false);
            Transforms.sigmoid(reset, false);
            candidate.addi(reset.muli(product, scratch));
            Transforms.tanh(candidate, false);
            INDArray after = step(states, t + 1);
            before.subi(candidate, after).muli(update).addi(candidate);
        }
        multiply(weights.output(), true, step(states, STEPS), output, 0);
        return output.addiColumnVector(weights.outputBias());
    }

    /**
     * Computes the gradient for the rows that went forward last; uses up what they left behind.
     *
     * @param slope derivative of the loss with respect to the output, {@code [window, row]}
     * @param gradient where to write the derivatives with respect to the parameters
     */
    void backward(INDArray slope, GruWeights gradient) {
        Nd4j.gemm(step(states, STEPS), slope, gradient.output(), false, true, 1, 0);
        gradient.outputBias().assign(slope.sum(true, 1));
        INDArray back = scratch;
        multiply(weights.output(), false, slope, back, 0);

        INDArray update = gates[UPDATE];
        INDArray reset = gates[RESET];
        INDArray before =
                states.get(NDArrayIndex.all(), NDArrayIndex.interval(0, update.columns()));
        try (INDArray rest = update.rsub(1);
                INDArray toUpdate = before.sub(gates[CANDIDATE]).muli(update).muli(rest);
                INDArray toCandidate = gates[CANDIDATE].mul(gates[CANDIDATE]).rsubi(1).muli(rest);
                INDArray toReset = reset.rsub(1).muli(reset).muli(products)) {
            for (int t = STEPS - 1; t >= 0; t--) {
                INDArray candidateSum = step(toCandidate, t).muli(back);
                INDArray updateSum = step(toUpdate, t).muli(back);
                INDArray resetSum = step(toReset, t).muli(candidateSum);
                INDArray product = step(reset, t).muli(candidateSum);
                back.muli(step(update, t));
                multiply(weights.recurrent()[UPDATE], false, updateSum, back, 1);
                multiply(weights.recurrent()[RESET], false, resetSum, back, 1);
                multiply(weights.recurrent()[CANDIDATE], false, product, back, 1);
            }
            collect(UPDATE, before, toUpdate, toUpdate, gradient);
            collect(RESET, before, toReset, toReset, gradient);
            collect(CANDIDATE, before, toCandidate, reset, gradient);
        }
    }

    private void collect(
            int gate, INDArray before, INDArray sums, INDArray products, GruWeights gradient) {
        Nd4j.gemm(input, sums, gradient.input()[gate], false, true, 1, 0);
        Nd4j.gemm(before, products, gradient.recurrent()[gate], false, true, 1, 0);
        gradient.bias()[gate].assign(sums.sum(true, 1));
    }

    private void load(float[][][] batch) {
        float[] values = new float[(int) input.length()];
        int at = 0;
        for (int t = 0; t < STEPS; t++) {
            for (float[][] row : batch) {
                for (float[] feature : row) {
                    values[at++] = feature[t];
                }
            }
        }
        try (INDArray loaded = Nd4j.create(values, input.shape(), 'f')) {
            input.assign(loaded);
        }
    }

    private INDArray step(INDArray all, int t) {
        long from = (long) t * rows;
        return all.get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + rows));
    }

    private static void multiply(
            INDArray matrix, boolean transposed, INDArray columns, INDArray to, double kept) {
        Nd4j.gemm(matrix, columns, to, transposed, false, 1, kept);
    }

    @Override
    public void close() {
        for (INDArray array : new INDArray[] {input, states, products, scratch, output}) {
            array.close();
        }
        for (INDArray gate : gates) {
            gate.close();
        }
    }
}
