package io.attentionfutures.forecast.statistical;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Which components a smoothing model has besides the level.
 *
 * @param day windows in the daily season; 0 without one
 * @param week windows in the weekly season; 0 without one
 * @param trend whether there is a damped trend
 */
record SmoothingForm(int day, int week, boolean trend) {

    static final int LEVEL = 0;
    static final int CORRECTION = 1;

    /** Number of parameters of the model. */
    int parameters() {
        return 2 + (day > 0 ? 1 : 0) + (week > 0 ? 1 : 0) + (trend ? 2 : 0);
    }

    int dayIndex() {
        return 2;
    }

    int weekIndex() {
        return 3;
    }

    int trendIndex() {
        return parameters() - 2;
    }

    int dampingIndex() {
        return parameters() - 1;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(day);
        out.writeInt(week);
        out.writeBoolean(trend);
    }

    static SmoothingForm read(DataInput in) throws IOException {
        return new SmoothingForm(in.readInt(), in.readInt(), in.readBoolean());
    }
}
