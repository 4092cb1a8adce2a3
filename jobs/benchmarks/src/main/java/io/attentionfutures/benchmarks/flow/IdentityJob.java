package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.pipeline.Uids;
import io.attentionfutures.pipeline.kafka.InputTopics;
import io.attentionfutures.pipeline.kafka.KafkaInputs;
import io.attentionfutures.pipeline.kafka.KafkaOutputs;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.pipeline.publish.PublishedRecordSerializer;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * What a market job can at best be as fast as: the market's sources, its decoding and encoding of
 * Avro, and its sinks, with nothing between them. Every order and telemetry sample is copied to an
 * output topic; all operators are chained, nothing is shuffled.
 */
final class IdentityJob {
    private IdentityJob() {}

    static void define(StreamExecutionEnvironment environment, Configuration config)
            throws InputTopics.UnusableInputException {
        environment.configure(
                new Configuration()
                        .set(PipelineOptions.GENERIC_TYPES, false)
                        .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
                        .set(PipelineOptions.OBJECT_REUSE, true));
        KafkaInputs inputs = new KafkaInputs(environment, config, InputTopics.lookUp(config));
        KafkaOutputs outputs = new KafkaOutputs(config);
        outputs.publish(
                copy(inputs.orders(), Topic.ORDERS, Topic.EXECUTIONS, Uids.ORDER_DECODER),
                Uids.MARKET_SINK);
        outputs.publish(
                copy(inputs.telemetry(), Topic.TELEMETRY, Topic.DEMAND, Uids.TELEMETRY_DECODER),
                Uids.FORECAST_SINK);
        outputs.addAtLeastOnceSink();
    }

    private static DataStream<PublishedRecord> copy(
            DataStream<LoggedRecord> records, Topic from, Topic to, String uid) {
        return records.flatMap(new Copy(from.record(), to.topicName()))
                .returns(PublishedRecordSerializer.TYPE)
                .uid(uid)
                .setParallelism(records.getParallelism())
                .name("Copy " + from.topicName());
    }

    /** Decodes and encodes. */
    private static final class Copy extends RichFlatMapFunction<LoggedRecord, PublishedRecord> {
        private static final long serialVersionUID = 1L;

        private final Class<? extends SpecificRecordBase> type;
        private final String topic;
        private transient RecordCodec<SpecificRecordBase> codec;

        Copy(Class<? extends SpecificRecordBase> type, String topic) {
            this.type = type;
            this.topic = topic;
        }

        @Override
        @SuppressWarnings("unchecked")
        public void open(OpenContext context) {
            codec = RecordCodec.of((Class<SpecificRecordBase>) type);
        }

        @Override
        public void flatMap(LoggedRecord record, Collector<PublishedRecord> out)
                throws MalformedRecordException {
            if (!record.heartbeat()) {
                out.collect(
                        new PublishedRecord(
                                topic,
                                record.timestampMillis(),
                                record.key(),
                                codec.encode(codec.decode(record.value()))));
            }
        }
    }
}
