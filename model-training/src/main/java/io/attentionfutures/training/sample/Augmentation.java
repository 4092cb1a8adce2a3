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
 *   <li><b>Scaling</b>: all swings about the last value, past and to come, become larger or smaller
 *       by one factor. A change of the unit alone would change nothing, because inputs and targets
 *       are in units of the series' scale; this is what an estimate of the scale that is off by
 *       that factor would give.
 *   <li><b>Window jitter</b>: small noise on the inputs that are measured, not on the calendar, not
 *       on whether a window was measured, and not on the target.
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
    private static final float LARGEST_SHARE = 2;
    // Positions in the rows of FeatureExtractor.
    private static final int DIFFERENCES = 6;
    private static final int SHARE_OF_CAPACITY = 7;

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
        float[][] steps = new float[window.steps().length][];
        for (int f = 0; f < steps.length; f++) {
            steps[f] = window.steps()[f].clone();
        }
        for (int f = 0; f < DIFFERENCES; f++) {
            for (int step = 0; step < steps[f].length; step++) {
                float noise = jitter == 0 ? 0 : (float) (jitter * random.nextGaussian());
                steps[f][step] = bounded(factor * steps[f][step] + noise, -BOUND, BOUND);
            }
        }
        float[] share = steps[SHARE_OF_CAPACITY];
        float last = share[share.length - 1];
        for (int step = 0; step < share.length; step++) {
            share[step] = bounded(last + factor * (share[step] - last), 0, LARGEST_SHARE);
        }
        float[] target = window.target().clone();
        for (int h = 0; h < target.length; h++) {
            target[h] = bounded(factor * target[h], -BOUND, BOUND);
        }
        return new TrainingWindow(steps, target);
    }

    private static float bounded(float x, float least, float most) {
        return Math.max(least, Math.min(most, x));
    }
}
