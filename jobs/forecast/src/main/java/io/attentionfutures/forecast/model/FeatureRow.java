package io.attentionfutures.forecast.model;

/**
 * What the model sees of one market at one moment. Everything is in units of the series' scale, the
 * network's output as a difference from the combined simple forecast: zero leaves that as it is.
 *
 * @param scale the series' scale, in units, above zero
 * @param base the combined simple forecast per window ahead, in units
 * @param steps {@code [feature][step]}: the network's input, {@link FeatureExtractor#FEATURES} by
 *     {@link FeatureExtractor#STEPS}
 */
public record FeatureRow(double scale, double[] base, float[][] steps) {

    /** The network's output per window ahead, as units in use. */
    public double[] toUnits(float[] output) {
        double[] units = new double[output.length];
        for (int h = 0; h < units.length; h++) {
            units[h] = base[h] + scale * output[h];
        }
        return units;
    }

    /** Units in use in the window {@code h + 1} ahead, as the network's output should be. */
    public double toOutput(int h, double units) {
        return (units - base[h]) / scale;
    }
}
