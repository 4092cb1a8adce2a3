package io.attentionfutures.forecast.statistical;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The parameters of exponential smoothing, all from 0 to 1.
 *
 * @param level share of an error that the level takes over
 * @param carry share of the last error that is expected in the next window
 * @param season share of an error that the effect of that time of the day takes over
 * @param keep share of an effect that is left a day later
 */
record SmoothingParameters(double level, double carry, double season, double keep) {

    /** From as many numbers as a model has, without a season two, with one four. */
    static SmoothingParameters of(double... numbers) {
        return numbers.length == 2
                ? new SmoothingParameters(numbers[0], numbers[1], 0, 0)
                : new SmoothingParameters(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(level);
        out.writeDouble(carry);
        out.writeDouble(season);
        out.writeDouble(keep);
    }

    static SmoothingParameters read(DataInput in) throws IOException {
        return new SmoothingParameters(
                in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    }
}
