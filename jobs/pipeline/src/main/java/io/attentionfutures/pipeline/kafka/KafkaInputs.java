package io.attentionfutures.pipeline.kafka;

import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.pipeline.Uids;
import io.attentionfutures.pipeline.log.LogClock;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.log.LoggedRecordDeserializer;
import io.attentionfutures.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * The job's sources. Each reads its logs from the beginning or from where the checkpoint says, and
 * none more than {@link MarketOptions#MAX_DRIFT} ahead of the others.
 */
public final class KafkaInputs {
    private static final String ALIGNMENT_GROUP = "market";
    private static final Duration ALIGNMENT_INTERVAL = Duration.ofMillis(100);

    private final StreamExecutionEnvironment environment;
    private final ReadableConfig config;
    private final InputTopics topics;

    public KafkaInputs(
            StreamExecutionEnvironment environment, ReadableConfig config, InputTopics topics) {
        this.environment = environment;
        this.config = config;
        this.topics = topics;
    }

    public DataStream<LoggedRecord> telemetry() {
        return source(Uids.TELEMETRY_SOURCE, "Telemetry", parallelism(), Topic.TELEMETRY);
    }

    public DataStream<LoggedRecord> orders() {
        return source(Uids.ORDER_SOURCE, "Orders", parallelism(), Topic.ORDERS);
    }

    /** Small topics, like those of reference data, share one reader. */
    public DataStream<LoggedRecord> instructions() {
        return source(
                Uids.INSTRUCTION_SOURCE,
                "Collateral and directives",
                1,
                Topic.COLLATERAL,
                Topic.DIRECTIVES);
    }

    /** Several small topics share one reader, so that none of its subtasks is left without one. */
    public DataStream<LoggedRecord> referenceData() {
        return source(
                Uids.REFERENCE_DATA_SOURCE, "Reference data", 1, Topic.CONTRACTS, Topic.ACCOUNTS);
    }

    public DataStream<LoggedRecord> models() {
        return source(Uids.MODEL_SOURCE, "Models", 1, Topic.MODELS);
    }

    private int parallelism() {
        return environment.getParallelism();
    }

    private DataStream<LoggedRecord> source(
            String uid, String name, int parallelism, Topic... kinds) {
        List<String> names = new ArrayList<>();
        int mostPartitions = 0;
        for (Topic kind : kinds) {
            names.addAll(topics.names(kind));
            mostPartitions = Math.max(mostPartitions, topics.partitions().get(kind.topicName()));
        }
        Properties properties = KafkaProperties.ofJob(config);
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // Topics and partitions are those of the start: a new one would begin behind the clock.
        properties.setProperty(KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(), "-1");
        KafkaSource<LoggedRecord> source =
                KafkaSource.<LoggedRecord>builder()
                        .setProperties(properties)
                        .setGroupId(config.get(MarketOptions.GROUP_ID))
                        .setClientIdPrefix(config.get(MarketOptions.GROUP_ID) + "-" + uid)
                        .setTopics(names)
                        .setStartingOffsets(OffsetsInitializer.earliest())
                        .setDeserializer(new LoggedRecordDeserializer())
                        .build();
        return environment
                .fromSource(
                        source,
                        new LogClock()
                                .withWatermarkAlignment(
                                        ALIGNMENT_GROUP,
                                        config.get(MarketOptions.MAX_DRIFT),
                                        ALIGNMENT_INTERVAL),
                        name)
                .uid(uid)
                // A reader without a partition would hold the market's clock still.
                .setParallelism(Math.min(parallelism, mostPartitions));
    }
}
