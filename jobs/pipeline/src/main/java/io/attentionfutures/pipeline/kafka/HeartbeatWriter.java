package io.attentionfutures.pipeline.kafka;

import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.pipeline.Uids;
import io.attentionfutures.pipeline.log.Heartbeat;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes a heartbeat to every partition of every input topic in regular intervals, so that the
 * logs' clock goes on when nobody else writes.
 */
public final class HeartbeatWriter {
    private HeartbeatWriter() {}

    /** Adds the heartbeat to the job unless its interval is zero. */
    public static void addTo(
            StreamExecutionEnvironment environment, ReadableConfig config, InputTopics topics) {
        Duration interval = config.get(MarketOptions.HEARTBEAT_INTERVAL);
        if (interval.isZero() || interval.isNegative()) {
            return;
        }
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException(
                    MarketOptions.HEARTBEAT_INTERVAL.key()
                            + " must be 0 or at least 1 ms, was "
                            + interval);
        }
        Map<String, Integer> partitions = new TreeMap<>(topics.partitions());
        GeneratorFunction<Long, Long> beat = index -> index;
        DataGeneratorSource<Long> clock =
                new DataGeneratorSource<>(
                        beat,
                        Long.MAX_VALUE,
                        RateLimiterStrategy.perSecond(1000.0 / interval.toMillis()),
                        Types.LONG);
        environment
                .fromSource(clock, WatermarkStrategy.noWatermarks(), "Heartbeat clock")
                .uid(Uids.HEARTBEAT_CLOCK)
                .setParallelism(1)
                .flatMap(
                        (Long index, Collector<Tuple2<String, Integer>> out) ->
                                partitions.forEach(
                                        (topic, count) -> {
                                            for (int i = 0; i < count; i++) {
                                                out.collect(Tuple2.of(topic, i));
                                            }
                                        }))
                .returns(Types.TUPLE(Types.STRING, Types.INT))
                .uid(Uids.HEARTBEAT_PARTITIONS)
                .name("Each partition")
                .setParallelism(1)
                .sinkTo(
                        KafkaSink.<Tuple2<String, Integer>>builder()
                                .setKafkaProducerConfig(KafkaProperties.ofJob(config))
                                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                                .setRecordSerializer(new AsHeartbeat())
                                .build())
                .uid(Uids.HEARTBEAT_SINK)
                .name("Kafka: heartbeats")
                .setParallelism(1);
    }

    private static final class AsHeartbeat
            implements KafkaRecordSerializationSchema<Tuple2<String, Integer>> {
        private static final long serialVersionUID = 1L;

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                Tuple2<String, Integer> partition, KafkaSinkContext context, Long timestamp) {
            return Heartbeat.record(partition.f0, partition.f1, null);
        }
    }
}
