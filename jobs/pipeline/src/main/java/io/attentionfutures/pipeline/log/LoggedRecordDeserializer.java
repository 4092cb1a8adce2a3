package io.attentionfutures.pipeline.log;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes records from Kafka as they are; decoding comes later, where failures have a place to go.
 */
public final class LoggedRecordDeserializer
        implements KafkaRecordDeserializationSchema<LoggedRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(
            ConsumerRecord<byte[], byte[]> record, Collector<LoggedRecord> collector) {
        collector.collect(LoggedRecord.of(record));
    }

    @Override
    public TypeInformation<LoggedRecord> getProducedType() {
        return LoggedRecordSerializer.TYPE;
    }
}
