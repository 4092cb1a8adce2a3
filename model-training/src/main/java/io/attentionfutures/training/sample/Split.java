package io.attentionfutures.training.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * What one fit learns from and what it is judged by: later origins of the same markets, whose
 * windows no training target reaches.
 *
 * @param training origins to learn from, per market
 * @param validation origins to be judged by, per market; none for a final fit
 * @param stride origins from one window to the next
 */
public record Split(List<Span> training, List<Span> validation, int stride) {

    /** Copies. */
    public Split {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
    }

    /** An origin of a span. */
    public record Origin(Span span, int index) {

        /** The example there. */
        public TrainingWindow window() {
            return span.market().at(index);
        }
    }

    /** Origins to learn from, in order of market and time. */
    public List<Origin> trainingOrigins() {
        return origins(training);
    }

    /** Origins to be judged by, in order of market and time. */
    public List<Origin> validationOrigins() {
        return origins(validation);
    }

    private List<Origin> origins(List<Span> spans) {
        List<Origin> all = new ArrayList<>();
        for (Span span : spans) {
            if (span.size() > 0) {
                span.every(stride).forEach(index -> all.add(new Origin(span, index)));
            }
        }
        return all;
    }
}
