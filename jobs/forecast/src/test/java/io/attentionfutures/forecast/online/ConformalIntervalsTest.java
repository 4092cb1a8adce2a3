package io.attentionfutures.forecast.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.DemandForecast;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ConformalIntervalsTest {

    private static final int LAST = DemandForecast.PROBABILITIES.size() - 1;

    @Test
    void theIntervalCoversWhatItSaysForSymmetricAndSkewedErrors() {
        assertThat(coverage(z -> z)).isBetween(0.88, 0.95);
        assertThat(coverage(z -> Math.exp(z) - 1)).isBetween(0.88, 0.95);
    }

    @Test
    void theCoverageComesBackAfterTheErrorsHaveGrownFourfold() {
        int from = 1500;
        boolean[] inside = inside(3000, t -> t < from ? 1 : 4, z -> z);
        assertThat(share(inside, from + 300, 3000)).isBetween(0.86, 0.95);
    }

    @Test
    void withoutAnyErrorYetItIsWide() {
        double[] point = new double[DemandForecast.HORIZON];
        Arrays.fill(point, 100);
        double[][] offsets = new ConformalIntervals().around(5, point, 100).offsets();
        assertThat(offsets[0][0]).isLessThan(-40);
        assertThat(offsets[23][LAST]).isGreaterThan(40);
    }

    @Test
    void whatIsReadBackGoesOnTheSame() throws IOException {
        ConformalIntervals intervals = new ConformalIntervals();
        Random random = new Random(1);
        double[] zero = new double[DemandForecast.HORIZON];
        for (long t = 0; t < 400; t++) {
            intervals.resolve(t - 1, random.nextGaussian());
            intervals.around(t, zero, 1);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        intervals.write(new DataOutputStream(bytes));
        ConformalIntervals read = new ConformalIntervals();
        read.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (long t = 400; t < 900; t++) {
            double actual = random.nextGaussian();
            intervals.resolve(t - 1, actual);
            read.resolve(t - 1, actual);
            assertThat(read.around(t, zero, 1).offsets())
                    .isDeepEqualTo(intervals.around(t, zero, 1).offsets());
        }
    }

    private static double coverage(DoubleUnaryOperator shape) {
        return share(inside(3000, t -> 1, shape), 500, 3000);
    }

    private static double share(boolean[] inside, int from, int to) {
        int count = 0;
        for (int t = from; t < to; t++) {
            count += inside[t] ? 1 : 0;
        }
        return (double) count / (to - from);
    }

    /** Whether the interval one window ahead held what came, window by window. */
    private static boolean[] inside(
            int windows, DoubleUnaryOperator scale, DoubleUnaryOperator shape) {
        Random random = new Random(3);
        ConformalIntervals intervals = new ConformalIntervals();
        double[] zero = new double[DemandForecast.HORIZON];
        boolean[] inside = new boolean[windows];
        for (int t = 0; t < windows; t++) {
            double[] first = intervals.around(t, zero, 1).offsets()[0];
            double actual = scale.applyAsDouble(t) * shape.applyAsDouble(random.nextGaussian());
            inside[t] = actual >= first[0] && actual <= first[LAST];
            intervals.resolve(t, actual);
        }
        return inside;
    }
}
