package io.attentionfutures.training;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.training.network.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Trains the network on what the combined simple forecast leaves over, and keeps the parameters of
 * the epoch with the smallest validation error; the untrained network, which adds nothing, is epoch
 * 0.
 */
final class NetworkFit {

    private static final int SCORING_ROWS = 256;

    private final TrainingPlan plan;
    private final Network network;
    private int bestEpoch;

    NetworkFit(TrainingPlan plan) {
        this.plan = plan;
        this.network =
                Network.untrained(
                        Architecture.LSTM,
                        plan.hidden(),
                        plan.seed(),
                        plan.learningRate(),
                        plan.weightDecay());
    }

    /** Trains; afterwards the network has the best epoch's parameters. */
    void run(TrainingSet set, Progress progress) {
        float[][] validation = targets(set.validation());
        double best = meanAbsolute(validation, output(set.validation()));
        float[] parameters = network.parameters();
        progress.epoch(0, plan.epochs(), Double.NaN, best);
        Random random = new Random(plan.seed());
        for (int epoch = 1; epoch <= plan.epochs(); epoch++) {
            double loss = epoch(set.training(), random);
            double error = meanAbsolute(validation, output(set.validation()));
            progress.epoch(epoch, plan.epochs(), loss, error);
            if (error < best) {
                best = error;
                bestEpoch = epoch;
                parameters = network.parameters();
            } else if (epoch - bestEpoch >= plan.patience()) {
                break;
            }
        }
        network.setParameters(parameters);
    }

    /** The epoch whose parameters were kept. */
    int bestEpoch() {
        return bestEpoch;
    }

    /** The network's parameters. */
    float[] parameters() {
        return network.parameters();
    }

    /** The network's output, {@code [window][ahead]}. */
    float[][] output(List<TrainingWindow> windows) {
        float[][] all = new float[windows.size()][];
        for (int from = 0; from < all.length; from += SCORING_ROWS) {
            int to = Math.min(all.length, from + SCORING_ROWS);
            float[][] part = network.output(rows(windows.subList(from, to)));
            System.arraycopy(part, 0, all, from, part.length);
        }
        return all;
    }

    void close() {
        network.close();
    }

    private double epoch(List<TrainingWindow> training, Random random) {
        List<TrainingWindow> shuffled = new ArrayList<>(training);
        Collections.shuffle(shuffled, random);
        double loss = 0;
        for (int from = 0; from < shuffled.size(); from += plan.batch()) {
            int to = Math.min(shuffled.size(), from + plan.batch());
            List<TrainingWindow> batch = shuffled.subList(from, to);
            loss += network.fit(rows(batch), targets(batch)) * (to - from);
        }
        return loss / shuffled.size();
    }

    private float[][] targets(List<TrainingWindow> windows) {
        float[][] targets = new float[windows.size()][DemandForecast.HORIZON];
        for (int i = 0; i < targets.length; i++) {
            double[] target = windows.get(i).target();
            for (int h = 0; h < DemandForecast.HORIZON; h++) {
                targets[i][h] = (float) target[h];
            }
        }
        return targets;
    }

    private static float[][][] rows(List<TrainingWindow> windows) {
        float[][][] rows = new float[windows.size()][][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = windows.get(i).row().steps();
        }
        return rows;
    }

    private static double meanAbsolute(float[][] expected, float[][] actual) {
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int h = 0; h < DemandForecast.HORIZON; h++) {
                sum += Math.abs(expected[i][h] - actual[i][h]);
            }
        }
        return sum / Math.max(1, expected.length * DemandForecast.HORIZON);
    }
}
