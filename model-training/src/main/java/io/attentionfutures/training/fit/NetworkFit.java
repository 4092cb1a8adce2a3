package io.attentionfutures.training.fit;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.training.HyperParameters;
import io.attentionfutures.training.network.Network;
import io.attentionfutures.training.sample.Split;
import io.attentionfutures.training.sample.Split.Origin;
import io.attentionfutures.training.sample.TrainingWindow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Fits a network to what the combined simple forecast leaves over, epoch by epoch. The untrained
 * network, which adds nothing, is epoch 0. Every epoch's order and variations come from a random
 * number generator of its own, so a state holds all that the next epoch depends on.
 */
public final class NetworkFit {

    private static final int SCORING_ROWS = 256;

    private final FitKey key;
    private final Split split;
    private final HyperParameters parameters;
    private final long seed;
    private final List<TrainingWindow> validation;

    /**
     * @param key which fit it is
     * @param split what it learns from and is judged by
     * @param parameters its hyper-parameters
     * @param seed the run's seed
     */
    public NetworkFit(FitKey key, Split split, HyperParameters parameters, long seed) {
        this.key = key;
        this.split = split;
        this.parameters = parameters;
        this.seed = seed;
        this.validation = split.validationOrigins().stream().map(Origin::window).toList();
    }

    /**
     * Goes on from the stored state, or begins, and stores the state after every epoch.
     *
     * @param toEpoch the last epoch to do
     * @param patience epochs without improvement in validation after which to end
     * @param store where states are kept
     * @param stop looked at between steps; an epoch that was begun is then lost
     * @param progress is told each epoch, after its state was stored
     * @return the last state
     */
    public FitState run(
            int toEpoch,
            int patience,
            FitStore store,
            StopSignal stop,
            Consumer<EpochResult> progress) {
        FitState state = store.load(key).orElse(null);
        if (state != null && (!state.live() || ended(state, toEpoch, patience))) {
            return state;
        }
        try (Network network = untrained()) {
            if (state == null) {
                state = begin(network, progress, store);
            } else {
                network.resume(state.parameters(), state.updaterState(), state.steps());
            }
            while (!ended(state, toEpoch, patience) && !stop.stop()) {
                FitState next = epoch(network, state, stop);
                if (next == null) {
                    return state;
                }
                state = next;
                store.save(key, state);
                progress.accept(state.epochs().get(state.epoch()));
            }
            return state;
        }
    }

    /** A network's output for windows, {@code [window][ahead]}. */
    public static float[][] output(Network network, List<TrainingWindow> windows) {
        float[][] all = new float[windows.size()][];
        for (int from = 0; from < all.length; from += SCORING_ROWS) {
            int to = Math.min(all.length, from + SCORING_ROWS);
            float[][] part = network.output(Batches.rows(windows.subList(from, to)));
            System.arraycopy(part, 0, all, from, part.length);
        }
        return all;
    }

    private boolean ended(FitState state, int toEpoch, int patience) {
        return state.epoch() >= toEpoch || (!key.isFinal() && state.exhausted(patience));
    }

    private Network untrained() {
        return Network.untrained(
                key.network(),
                parameters.hidden(),
                key.seed(seed, 0),
                parameters.learningRate(),
                parameters.weightDecay());
    }

    private FitState begin(Network network, Consumer<EpochResult> progress, FitStore store) {
        long started = System.nanoTime();
        float[] initial = network.parameters();
        EpochResult result = result(0, null, validationLoss(network), started);
        FitState state =
                new FitState(initial, network.updaterState(), 0, 0, initial, List.of(result));
        store.save(key, state);
        progress.accept(result);
        return state;
    }

    private FitState epoch(Network network, FitState state, StopSignal stop) {
        long started = System.nanoTime();
        int epoch = state.epoch() + 1;
        Random random = new Random(key.seed(seed, epoch));
        List<Origin> shuffled = split.trainingOrigins();
        Collections.shuffle(shuffled, random);
        double loss = 0;
        for (int from = 0; from < shuffled.size(); from += parameters.batch()) {
            if (stop.stop()) {
                return null;
            }
            int to = Math.min(shuffled.size(), from + parameters.batch());
            List<TrainingWindow> batch = new ArrayList<>(to - from);
            for (Origin origin : shuffled.subList(from, to)) {
                batch.add(parameters.variation().window(origin.span(), origin.index(), random));
            }
            loss += network.fit(Batches.rows(batch), Batches.targets(batch)) * (to - from);
        }
        return state.next(
                network.parameters(),
                network.updaterState(),
                network.steps(),
                result(epoch, loss / shuffled.size(), validationLoss(network), started));
    }

    private EpochResult result(int epoch, Double loss, Double validationLoss, long started) {
        double seconds = (System.nanoTime() - started) / 1e9;
        return new EpochResult(
                key.trial(), key.fold(), key.network(), epoch, loss, validationLoss, seconds);
    }

    private Double validationLoss(Network network) {
        if (validation.isEmpty()) {
            return null;
        }
        float[][] output = output(network, validation);
        double sum = 0;
        for (int i = 0; i < output.length; i++) {
            float[] target = validation.get(i).target();
            for (int h = 0; h < DemandForecast.HORIZON; h++) {
                sum += Math.abs(target[h] - output[i][h]);
            }
        }
        return sum / (output.length * DemandForecast.HORIZON);
    }
}
