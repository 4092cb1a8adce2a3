package io.attentionfutures.pipeline.savepoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.pipeline.SyntheticDay;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.pipeline.testing.InputLog;
import io.attentionfutures.pipeline.testing.MarketJob;
import io.attentionfutures.pipeline.testing.TestCluster;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.test.junit5.InjectClusterClient;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Writes the fixture of a version that is about to be released; see the README beside them. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@EnabledIfSystemProperty(named = SavepointWriterITCase.VERSION, matches = ".+")
class SavepointWriterITCase {
    static final String VERSION = "afm.savepoint.write";

    /** In the middle of trading. */
    private static final long CUT = SyntheticDay.START + 6 * SyntheticDay.HOUR;

    /** How far apart the partitions stand, so that the clock is behind what has been read. */
    private static final long APART = 7 * SyntheticDay.MINUTE;

    @RegisterExtension static final MiniClusterExtension CLUSTER = TestCluster.ofSlots(2);

    @TempDir Path folder;

    @Test
    void writesAFixture(@InjectClusterClient RestClusterClient<?> cluster) throws Exception {
        InputLog log = InputLog.of(new SyntheticDay().records());

        List<PublishedRecord> published = new MarketJob(log).savepoint(holds(log), folder, cluster);

        assertThat(published).isNotEmpty();
        Path written =
                new Fixture(
                                System.getProperty(VERSION),
                                log,
                                Fixture.savepoint(folder),
                                published.size())
                        .write();
        assertThat(written).isDirectoryContaining("glob:**/savepoint.gz");
    }

    /** Each partition a little further than the one before. */
    private static Map<String, Integer> holds(InputLog log) {
        Map<String, Integer> holds = new LinkedHashMap<>();
        long until = CUT;
        for (Map.Entry<String, List<LoggedRecord>> partition : log.partitions().entrySet()) {
            int read = 0;
            for (LoggedRecord record : partition.getValue()) {
                read += record.timestampMillis() < until ? 1 : 0;
            }
            holds.put(partition.getKey(), read);
            until += APART;
        }
        return holds;
    }
}
