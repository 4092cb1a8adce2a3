package io.attentionfutures.training.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.model.Architecture;
import io.attentionfutures.training.Progress.Standing;
import io.attentionfutures.training.fit.EpochResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter out = new StringWriter();
    private final AtomicLong seconds = new AtomicLong();

    @Test
    void aTerminalShowsOneMovingLine() {
        ProgressLine line = line(true);
        line.epoch(epoch(7, 0.4312), new Standing(2, 12, 0.432, 0.345, 130, 245));
        assertThat(out.toString())
                .isEqualTo(
                        "\r[#######.............]  35 %  trial 4 of 12  gru fold 2  epoch 7"
                                + "  loss 0.4312  validation 0.4401  best 0.4320"
                                + "  2:10 elapsed, at most 4:05 left");
        line.epoch(epoch(8, null), new Standing(2, 0, Double.NaN, 0, 4000, Double.NaN));
        line.end();
        String second = out.toString().substring(out.toString().lastIndexOf('\r') + 1);
        assertThat(second)
                .startsWith(
                        "[....................]   0 %  trial 4  gru fold 2  epoch 8  validation")
                .contains("1:06:40 elapsed  ")
                .endsWith(System.lineSeparator());
        // Nothing of the longer line before shows through.
        assertThat(second.stripTrailing().length()).isLessThan(second.length() - 20);
    }

    @Test
    void aFileGetsALineNowAndThenAndTheLast() {
        ProgressLine line = line(false);
        for (int epoch = 0; epoch <= 40; epoch++) {
            line.epoch(epoch(epoch, 0.5), new Standing(0, 1, Double.NaN, 0.5, epoch, 1));
            seconds.incrementAndGet();
        }
        line.end();
        assertThat(out.toString().lines().map(l -> l.replaceAll(".*(epoch \\d+).*", "$1")))
                .containsExactly("epoch 15", "epoch 30", "epoch 40");
        line.end();
        assertThat(out.toString()).hasLineCount(3);
    }

    private ProgressLine line(boolean terminal) {
        return new ProgressLine(
                new PrintWriter(out, true), terminal, () -> seconds.get() * 1_000_000_000L);
    }

    private static EpochResult epoch(int epoch, Double loss) {
        return new EpochResult(3, 1, Architecture.GRU, epoch, loss, 0.4401, 1);
    }
}
