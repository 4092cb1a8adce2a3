package io.attentionfutures.market.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class MarkVolatilityProperties {
    @Property
    void liesBetweenWhatItWasAndWhatItSaw(
            @ForAll @DoubleRange(min = 0, max = 1) double lambda,
            @ForAll @DoubleRange(min = 0, max = 10) double volatility,
            @ForAll @LongRange(min = 0, max = 1 << 30) long previous,
            @ForAll @LongRange(min = 0, max = 1 << 30) long mark) {
        double size = Math.abs(mark - previous) / (double) Math.max(1, previous);
        double next = new MarkVolatility(lambda).next(volatility, previous, mark);

        assertThat(next)
                .isBetween(
                        Math.min(volatility, size) * (1 - 1e-15),
                        Math.max(volatility, size) * (1 + 1e-15));
    }

    @Property
    void equalsTheWeightedSumOfAllSquares(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double lambda,
            @ForAll @DoubleRange(min = 0, max = 1) double first,
            @ForAll @Size(max = 12) List<@LongRange(min = 0, max = 100_000) Long> marks) {
        MarkVolatility rule = new MarkVolatility(lambda);
        double stepwise = first;
        for (int i = 1; i < marks.size(); i++) {
            stepwise = rule.next(stepwise, marks.get(i - 1), marks.get(i));
        }

        int steps = Math.max(0, marks.size() - 1);
        double squares = Math.pow(lambda, steps) * first * first;
        for (int i = 1; i < marks.size(); i++) {
            double change =
                    (marks.get(i) - marks.get(i - 1)) / (double) Math.max(1, marks.get(i - 1));
            squares += (1 - lambda) * Math.pow(lambda, steps - i) * change * change;
        }
        double expected = Math.sqrt(squares);
        assertThat(stepwise).isCloseTo(expected, within(1e-9 * expected));
    }

    @Property
    void staysFinite(
            @ForAll @DoubleRange(min = 0, max = 1) double lambda,
            @ForAll @DoubleRange(min = 0, max = 1e50) double volatility,
            @ForAll @LongRange(min = 0) long previous,
            @ForAll @LongRange(min = 0) long mark) {
        double next = new MarkVolatility(lambda).next(volatility, previous, mark);

        assertThat(next).isBetween(0.0, 1e50);
    }
}
