package io.attentionfutures.training.scoring;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.model.NetworkScorer;
import io.attentionfutures.forecast.model.ScoringEngineException;
import io.attentionfutures.forecast.model.StablePlaces;
import io.attentionfutures.training.network.Network;
import java.util.List;

/**
 * Scores blocks of one fixed number of rows, the last one filled up with zeros; see {@link
 * StablePlaces}.
 */
final class BlockScorer implements NetworkScorer {

    /** Of these the size is taken in which the largest share of the places can be used. */
    private static final int[] SIZES = {16, 64};

    private final Network network;
    private int size;
    private int[] places = {};

    private BlockScorer(Network network) {
        this.network = network;
    }

    /** Takes the network over: it is closed if it cannot be used. */
    static BlockScorer open(Network network) {
        BlockScorer scorer = new BlockScorer(network);
        for (int size : SIZES) {
            int[] places = StablePlaces.find(network::output, size);
            if ((long) places.length * scorer.size >= (long) scorer.places.length * size) {
                scorer.size = size;
                scorer.places = places;
            }
        }
        if (scorer.places.length == 0) {
            network.close();
            throw new ScoringEngineException(
                    "deeplearning4j's results depend on the batch here: use the engine 'onnx'");
        }
        return scorer;
    }

    @Override
    public float[][] score(List<float[][]> rows) {
        float[][] scores = new float[rows.size()][DemandForecast.HORIZON];
        for (int from = 0; from < scores.length; from += places.length) {
            int count = Math.min(places.length, scores.length - from);
            float[][][] block = StablePlaces.empty(size);
            for (int i = 0; i < count; i++) {
                block[places[i]] = rows.get(from + i);
            }
            float[][] output = network.output(block);
            for (int i = 0; i < count; i++) {
                scores[from + i] = output[places[i]];
            }
        }
        return scores;
    }

    @Override
    public void close() {
        network.close();
    }
}
