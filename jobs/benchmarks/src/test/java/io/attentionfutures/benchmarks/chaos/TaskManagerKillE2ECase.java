package io.attentionfutures.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One short drill; {@code ./afm chaos} does them all, and longer. */
@Timeout(value = 400, unit = TimeUnit.SECONDS)
class TaskManagerKillE2ECase {
    @TempDir private Path folder;

    @Test
    void aKilledTaskManagerChangesNoRecordOfAnyTopic() throws Exception {
        DrillRun run = new DrillRun(folder, 7, 6, 15, true, Optional.empty(), System.err::println);
        DrillRun.Baseline baseline = run.baseline();
        assertThat(baseline.exact().size()).isGreaterThan(1_000);

        DrillResult result = run.run(new ProcessDrills.TaskManagerKill(), baseline);

        assertThat(result.findings()).isEmpty();
        assertThat(result.lost()).isZero();
        assertThat(result.duplicated()).isZero();
        assertThat(result.different()).isZero();
        assertThat(result.records()).isEqualTo(baseline.exact().size());
        assertThat(result.recoverySeconds()).isPositive();
    }
}
