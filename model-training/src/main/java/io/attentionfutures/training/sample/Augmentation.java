package io.attentionfutures.training.sample;

import java.util.random.RandomGenerator;

/**
 * Random variations of a training window, so that a network sees more than the origins it was
 * given.
 *
 * <ul>
 *   <li><b>Time shift</b>: another origin nearby takes the window's place, with its own history,
 *       calendar and target. Calendar features stay true: a shift that kept the old ones would
 *       teach that the hour does not matter. With thinned origins, the shifts of successive epochs
 *       reach those in between.
 *   <li><b>Scaling</b>: all differences, past and to come, become larger or smaller by one factor.
 *       That is what an estimate of the series' scale would give that is off by the factor, so what
 *       does not depend on the scale (calendar, share of the capacity, scarcity, largest tenant)
 *       stays. A change of the unit alone would change nothing: inputs and targets have none.
 *   <li><b>Window jitter</b>: small noise on the same differences, not on the target.
 * </ul>
 *
 * @param scaling standard deviation of the factor's logarithm; 0 for none
 * @param shift most windows that an origin is moved by, either way; 0 for none
 * @param jitter standard deviation of the noise in units of the series' scale; 0 for none
 */
public record Augmentation(double scaling, int shift, double jitter) {

    /** No variation. */
    public static final Augmentation NONE = new Augmentation(0, 0, 0);

    private static final double FULL_SCALING = 0.3;
    private static final int FULL_SHIFT = 12;
    private static final double FULL_JITTER = 0.1;

    private static final float BOUND = 10;
    // The first columns of FeatureExtractor's rows: those in units of the series' scale.
    private static final int DIFFERENCES = 6;

    /** From 0, no variation, to 1. */
    public static Augmentation ofStrength(double strength) {
        return new Augmentation(
                FULL_SCALING * strength,
                (int) Math.round(FULL_SHIFT * strength),
                FULL_JITTER * strength);
    }

    /** The varied example of an origin. */
    public TrainingWindow window(Span span, int origin, RandomGenerator random) {
        return varied(span.market().at(shifted(origin, span, random)), random);
    }

    /**
     * The origin that takes another's place; within the span, so that no target leaves it.
     *
     * @param origin an origin of the span
     */
    int shifted(int origin, Span span, RandomGenerator random) {
        if (shift == 0) {
            return origin;
        }
        int moved = origin + random.nextInt(2 * shift + 1) - shift;
        return Math.max(span.first(), Math.min(span.last(), moved));
    }

    /** A varied copy; the window itself if there is neither scaling nor jitter. */
    TrainingWindow varied(TrainingWindow window, RandomGenerator random) {
        if (scaling == 0 && jitter == 0) {
            return window;
        }
        float factor = scaling == 0 ? 1 : (float) StrictMath.exp(scaling * random.nextGaussian());
        float[][] steps = window.steps().clone();
        for (int f = 0; f < DIFFERENCES; f++) {
            steps[f] = steps[f].clone();
            for (int step = 0; step < steps[f].length; step++) {
                float noise = jitter == 0 ? 0 : (float) (jitter * random.nextGaussian());
                steps[f][step] = bounded(factor * steps[f][step] + noise);
            }
        }
        float[] target = window.target().clone();
        for (int h = 0; h < target.length; h++) {
            target[h] = bounded(factor * target[h]);
        }
        return new TrainingWindow(steps, target);
    }

    private static float bounded(float x) {
        return Math.max(-BOUND, Math.min(BOUND, x));
    }
}
