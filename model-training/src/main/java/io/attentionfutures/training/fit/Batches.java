package io.attentionfutures.training.fit;

import io.attentionfutures.training.sample.TrainingWindow;
import java.util.List;

/** Windows as the arrays that networks take. */
final class Batches {

    private Batches() {}

    static float[][][] rows(List<TrainingWindow> windows) {
        return windows.stream().map(TrainingWindow::steps).toArray(float[][][]::new);
    }

    static float[][] targets(List<TrainingWindow> windows) {
        return windows.stream().map(TrainingWindow::target).toArray(float[][]::new);
    }
}
