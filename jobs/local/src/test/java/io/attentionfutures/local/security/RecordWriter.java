package io.attentionfutures.local.security;

import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes records as somebody, and hears at once whether that was allowed. */
final class RecordWriter implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    RecordWriter(KafkaConnection kafka) {
        producer =
                new KafkaProducer<>(
                        kafka.properties(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Writes a record and returns where it is. */
    @SuppressWarnings("unchecked")
    RecordMetadata write(String topic, String key, SpecificRecordBase record) throws Exception {
        RecordCodec<SpecificRecordBase> codec =
                RecordCodec.of((Class<SpecificRecordBase>) record.getClass());
        return producer.send(
                        new ProducerRecord<>(
                                topic, key.getBytes(StandardCharsets.UTF_8), codec.encode(record)))
                .get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        producer.close();
    }
}
