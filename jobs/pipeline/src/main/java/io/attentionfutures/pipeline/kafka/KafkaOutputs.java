package io.attentionfutures.pipeline.kafka;

import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.pipeline.MarketTopology;
import io.attentionfutures.pipeline.Uids;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.WireFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The job's sinks: one for each stream that writes exactly once, and one in all that writes at once
 * for the topics of {@link MarketOptions#AT_LEAST_ONCE_TOPICS}. The latter is always there, so that
 * a savepoint fits whichever way the option is set.
 */
public final class KafkaOutputs implements MarketTopology.Sinks {
    private final ReadableConfig config;
    private final WireFormat wire;
    private final Set<String> atLeastOnce;
    private DataStream<PublishedRecord> immediate;

    public KafkaOutputs(ReadableConfig config, WireFormat wire) {
        this.config = config;
        this.wire = wire;
        this.atLeastOnce = Set.copyOf(config.get(MarketOptions.AT_LEAST_ONCE_TOPICS));
        for (String topic : atLeastOnce) {
            if (Topic.outputs().stream().noneMatch(known -> known.topicName().equals(topic))) {
                throw new IllegalArgumentException(
                        MarketOptions.AT_LEAST_ONCE_TOPICS.key()
                                + " names '"
                                + topic
                                + "', which is no output topic");
            }
        }
    }

    @Override
    public void publish(DataStream<PublishedRecord> records, String uid) {
        Set<String> topics = atLeastOnce;
        records.filter(record -> !topics.contains(record.topic()))
                .uid(Uids.exactlyOnceFilter(uid))
                .name("Exactly once")
                .sinkTo(sink(uid, DeliveryGuarantee.EXACTLY_ONCE))
                .uid(uid)
                .name("Kafka: " + uid);
        DataStream<PublishedRecord> passing =
                records.filter(record -> topics.contains(record.topic()))
                        .uid(Uids.atLeastOnceFilter(uid))
                        .name("At least once");
        immediate = immediate == null ? passing : immediate.union(passing);
    }

    /** Adds the sink that writes at once, after all streams have been published. */
    public void addAtLeastOnceSink() {
        immediate
                .sinkTo(sink(Uids.AT_LEAST_ONCE_SINK, DeliveryGuarantee.AT_LEAST_ONCE))
                .uid(Uids.AT_LEAST_ONCE_SINK)
                .name("Kafka: " + Uids.AT_LEAST_ONCE_SINK);
    }

    private KafkaSink<PublishedRecord> sink(String uid, DeliveryGuarantee guarantee) {
        Properties properties = KafkaProperties.ofJob(config);
        properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, "5");
        // Each batch sets up a compressor of its own.
        properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, "131072");
        properties.setProperty(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Long.toString(config.get(MarketOptions.TRANSACTION_TIMEOUT).toMillis()));
        return KafkaSink.<PublishedRecord>builder()
                .setKafkaProducerConfig(properties)
                .setDeliveryGuarantee(guarantee)
                .setTransactionalIdPrefix(
                        config.get(MarketOptions.TRANSACTIONAL_ID_PREFIX) + "-" + uid)
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .setRecordSerializer(new Framed(wire))
                .build();
    }

    /** Records arrive encoded and get the topic's framing; their key decides the partition. */
    private static final class Framed
            implements KafkaRecordSerializationSchema<PublishedRecord>, KafkaDatasetFacetProvider {
        private static final long serialVersionUID = 1L;

        private final WireFormat wire;

        Framed(WireFormat wire) {
            this.wire = wire;
        }

        /** The sink looks for its lingering transactions by the topics that it writes. */
        @Override
        public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
            return Optional.of(
                    new DefaultKafkaDatasetFacet(
                            DefaultKafkaDatasetIdentifier.ofTopics(
                                    Topic.outputs().stream().map(Topic::topicName).toList())));
        }

        @Override
        public ProducerRecord<byte[], byte[]> serialize(
                PublishedRecord record, KafkaSinkContext context, Long timestamp) {
            return new ProducerRecord<>(
                    record.topic(),
                    null,
                    record.timestampMillis(),
                    record.key(),
                    wire.frame(record.topic(), record.value()));
        }
    }
}
