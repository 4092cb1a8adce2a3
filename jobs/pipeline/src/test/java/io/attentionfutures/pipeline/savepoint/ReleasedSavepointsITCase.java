package io.attentionfutures.pipeline.savepoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.pipeline.testing.MarketJob;
import io.attentionfutures.pipeline.testing.Published;
import io.attentionfutures.pipeline.testing.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A savepoint of each released version goes on with today's code, at two parallelisms. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ReleasedSavepointsITCase {
    private static final Map<String, List<String>> UNDISTURBED = new HashMap<>();

    @RegisterExtension static final MiniClusterExtension CLUSTER = TestCluster.ofSlots(2);

    @TempDir Path folder;

    static Stream<Arguments> fixtures() throws IOException {
        return Fixture.all()
                .flatMap(fixture -> Stream.of(1, 2).map(tasks -> Arguments.of(fixture, tasks)));
    }

    /** What today's code publishes over the whole log without a savepoint in between. */
    private static List<String> undisturbed(Fixture fixture) throws Exception {
        if (!UNDISTURBED.containsKey(fixture.version())) {
            UNDISTURBED.put(fixture.version(), text(new MarketJob(fixture.log()).undisturbed(1)));
        }
        return UNDISTURBED.get(fixture.version());
    }

    private static List<String> text(List<PublishedRecord> records) {
        return records.stream().map(Published::text).sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void theRestIsPublishedAsIfNothingHadHappened(Fixture fixture, int parallelism)
            throws Exception {
        List<String> undisturbed = undisturbed(fixture);

        List<String> rest =
                text(new MarketJob(fixture.log()).restored(fixture.unpack(folder), parallelism));

        Map<String, Integer> before = new HashMap<>();
        undisturbed.forEach(record -> before.merge(record, 1, Integer::sum));
        rest.forEach(record -> before.merge(record, -1, Integer::sum));
        assertThat(before.values()).as("nothing is said twice, or otherwise").allMatch(n -> n >= 0);
        assertThat(rest).hasSize(undisturbed.size() - fixture.published()).isNotEmpty();
    }
}
