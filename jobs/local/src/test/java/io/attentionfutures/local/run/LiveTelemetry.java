package io.attentionfutures.local.run;

import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.pipeline.log.Heartbeat;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.UsageSample;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Telemetry with a daily cycle that comes hour by hour, as fast as a test wants it. */
final class LiveTelemetry implements AutoCloseable {
    static final List<String> MARKETS = List.of("H100.EUW1", "L4.USE1");
    static final long HOUR = 3_600_000;

    private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final long LATE = 2 * 60_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final RecordCodec<UsageSample> codec = RecordCodec.of(UsageSample.class);
    private long hour;

    LiveTelemetry(String bootstrapServers) {
        producer =
                new KafkaProducer<>(
                        MarketTopics.properties(bootstrapServers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /** Lets the hours pass until so many have. */
    void passUntil(long hours) {
        while (hour < hours) {
            passHour();
        }
    }

    /** Lets an hour pass, and its demand windows close. */
    void passHour() {
        long start = START + hour * HOUR;
        for (String market : MARKETS) {
            double used =
                    100
                            + 40 * Math.sin(2 * Math.PI * (hour % 24) / 24.0)
                            + (hour * market.hashCode()) % 7;
            producer.send(
                    new ProducerRecord<>(
                            Topic.TELEMETRY.topicName(),
                            null,
                            start + HOUR / 2,
                            market.getBytes(StandardCharsets.UTF_8),
                            codec.encode(
                                    new UsageSample(
                                            market,
                                            "ada",
                                            Instant.ofEpochMilli(start + HOUR / 2),
                                            used,
                                            200.0,
                                            ""))));
        }
        hour++;
        for (Topic topic : Topic.inputs()) {
            for (int i = 0; i < producer.partitionsFor(topic.topicName()).size(); i++) {
                producer.send(Heartbeat.record(topic.topicName(), i, start + HOUR + LATE));
            }
        }
        producer.flush();
    }

    /** End of the last hour that has passed. */
    Instant now() {
        return Instant.ofEpochMilli(START + hour * HOUR);
    }

    @Override
    public void close() {
        producer.close();
    }
}
