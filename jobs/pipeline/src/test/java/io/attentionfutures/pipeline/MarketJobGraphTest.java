package io.attentionfutures.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.pipeline.kafka.InputTopics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The job as it is laid out on Kafka; no broker is asked. */
class MarketJobGraphTest {
    private static final InputTopics TOPICS =
            new InputTopics(
                    Map.of(
                            "afm.telemetry", 2,
                            "afm.orders", 2,
                            "afm.orders.alice", 1,
                            "afm.collateral", 3,
                            "afm.directives", 1,
                            "afm.contracts", 1,
                            "afm.models", 2,
                            "afm.accounts", 1));

    private static StreamExecutionEnvironment environment(int parallelism) throws Exception {
        return environment(parallelism, new Configuration());
    }

    private static StreamExecutionEnvironment environment(int parallelism, Configuration config)
            throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(new Configuration());
        environment.setParallelism(parallelism);
        MarketJob.define(environment, config, TOPICS);
        return environment;
    }

    private static List<String> uids(StreamGraph graph) {
        return graph.getStreamNodes().stream()
                .map(node -> Optional.ofNullable(node.getTransformationUID()))
                .map(uid -> uid.orElse("(none)"))
                .sorted()
                .toList();
    }

    private static List<String> committedUids() throws IOException {
        try (InputStream in = MarketJobGraphTest.class.getResourceAsStream("/uids.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void everyOperatorHasTheUidThatSavepointsKnowItBy() throws Exception {
        assertThat(uids(environment(2).getStreamGraph())).isEqualTo(committedUids());
    }

    @Test
    void withoutHeartbeatsOfItsOwnTheJobHasAllOtherOperators() throws Exception {
        Configuration config = new Configuration();
        config.set(MarketOptions.HEARTBEAT_INTERVAL, Duration.ZERO);
        assertThat(uids(environment(2, config).getStreamGraph()))
                .isEqualTo(
                        committedUids().stream()
                                .filter(uid -> !uid.contains("heartbeat"))
                                .toList());
    }

    @Test
    void topicsThatMayRepeatRecordsChangeNoUid() throws Exception {
        Configuration config = new Configuration();
        config.set(MarketOptions.AT_LEAST_ONCE_TOPICS, List.of("afm.prices", "afm.depth"));
        assertThat(uids(environment(2, config).getStreamGraph())).isEqualTo(committedUids());
    }

    @Test
    void noUidIsUsedTwice() throws Exception {
        assertThat(committedUids()).doesNotHaveDuplicates();
    }

    @Test
    void theGraphIsCompleteWithoutGeneratedUids() throws Exception {
        StreamExecutionEnvironment environment = environment(2);
        assertThat(environment.getConfiguration().get(PipelineOptions.AUTO_GENERATE_UIDS))
                .isFalse();
        assertThat(environment.getStreamGraph().getJobGraph().getVertices()).isNotEmpty();
    }

    @Test
    void anOperatorWithoutUidWouldFail() throws Exception {
        StreamExecutionEnvironment environment = environment(2);
        environment.fromData(1).sinkTo(new DiscardingSink<>()).uid("sink");
        assertThatThrownBy(() -> environment.getStreamGraph().getJobGraph())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Auto generated UIDs have been disabled");
    }

    @Test
    void aTypeThatFlinkWouldHaveToGuessWouldFail() throws Exception {
        StreamExecutionEnvironment environment = environment(2);
        environment
                .fromData(1)
                .uid("source")
                .map(number -> new Object())
                .returns(Object.class)
                .uid("map")
                .sinkTo(new DiscardingSink<>())
                .uid("sink");
        assertThatThrownBy(() -> environment.getStreamGraph().getJobGraph())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Generic types have been disabled");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void eachPartitionIsDecodedInOnePlace(int parallelism) throws Exception {
        StreamGraph graph = environment(parallelism).getStreamGraph();
        assertThat(parallelism(graph, Uids.TELEMETRY_DECODER))
                .isEqualTo(parallelism(graph, Uids.TELEMETRY_SOURCE))
                .isEqualTo(Math.min(parallelism, 2));
        assertThat(parallelism(graph, Uids.ORDER_DECODER))
                .isEqualTo(parallelism(graph, Uids.ORDER_SOURCE))
                .isEqualTo(Math.min(parallelism, 2));
        assertThat(parallelism(graph, Uids.INSTRUCTION_SOURCE)).isOne();
        assertThat(parallelism(graph, Uids.INSTRUCTION_DECODER)).isOne();
        assertThat(parallelism(graph, Uids.REFERENCE_DATA_DECODER)).isOne();
        assertThat(parallelism(graph, Uids.MODEL_DECODER)).isOne();
        assertThat(parallelism(graph, Uids.CLEARING)).isEqualTo(parallelism);
        for (JobVertex vertex : graph.getJobGraph().getVertices()) {
            if (vertex.getName().contains("Decode")) {
                assertThat(vertex.isInputVertex()).as(vertex.getName()).isTrue();
            }
        }
    }

    private static int parallelism(StreamGraph graph, String uid) {
        return graph.getStreamNodes().stream()
                .filter(node -> uid.equals(node.getTransformationUID()))
                .mapToInt(StreamNode::getParallelism)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rescalingHasRoomAndItsLimitNeverChanges() throws Exception {
        List<Integer> limits = new ArrayList<>();
        for (JobVertex vertex : environment(2).getStreamGraph().getJobGraph().getVertices()) {
            limits.add(vertex.getMaxParallelism());
        }
        assertThat(limits).containsOnly(720);
    }
}
