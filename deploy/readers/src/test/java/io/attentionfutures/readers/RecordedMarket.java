package io.attentionfutures.readers;

import io.attentionfutures.local.Main;
import io.attentionfutures.local.broker.EmbeddedBroker;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.registry.SchemaRegistration;
import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.PublicSchemas;
import io.attentionfutures.schemas.wire.RecordCodec;
import io.attentionfutures.schemas.wire.RegistryAccess;
import io.attentionfutures.schemas.wire.RegistryClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A market that has run on a broker with a schema registry, and a sample record more on each topic.
 */
final class RecordedMarket implements AutoCloseable {
    private static final int HOURS = 36;
    private static final long RUN_LIMIT_SECONDS = 240;

    private final EmbeddedBroker broker;
    private final Apicurio registry;
    private final Map<Topic, List<PublicRecord>> records;

    private RecordedMarket(EmbeddedBroker broker, Apicurio registry) throws Exception {
        this.broker = broker;
        this.registry = registry;
        this.records = read();
    }

    /** Runs the market. */
    static RecordedMarket run(Path folder) throws Exception {
        Apicurio registry = Apicurio.start(folder.resolve("apicurio.log"));
        EmbeddedBroker broker =
                EmbeddedBroker.start(folder.resolve("broker"), EmbeddedBroker.freePort());
        RegistryAccess access = RegistryAccess.of(registry.url(), Map.of());
        SchemaRegistration.register(access, (subject, ids) -> {});
        runMarket(folder, broker.bootstrapServers(), registry.url());
        writeSamples(broker.bootstrapServers(), new RegistryClient(access));
        return new RecordedMarket(broker, registry);
    }

    private static void runMarket(Path folder, String bootstrap, String registry)
            throws IOException, InterruptedException {
        Path trace = folder.resolve("telemetry.csv");
        List<String> lines = new ArrayList<>();
        lines.add("timestamp_utc_iso8601,resource,tenant,used,capacity");
        for (int hour = 0; hour < HOURS; hour++) {
            for (String tenant : List.of("ada", "bea")) {
                Instant time = Instant.parse("2026-03-02T00:00:00Z").plusSeconds(hour * 3600L);
                lines.add(time + ",H100.EUW1," + tenant + "," + (20 + hour % 24) + ",60");
            }
        }
        Files.write(trace, lines);
        Path log = folder.resolve("run.log");
        Process run =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx1000m",
                                "-Dlog4j.configurationFile="
                                        + System.getProperty("log4j.configurationFile"),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "run",
                                "--bootstrap",
                                bootstrap,
                                "--telemetry",
                                trace.toString(),
                                "--no-model",
                                "--data",
                                folder.resolve("data").toString(),
                                "-D",
                                MarketOptions.REGISTRY_URL.key() + "=" + registry)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!run.waitFor(RUN_LIMIT_SECONDS, TimeUnit.SECONDS) || run.exitValue() != 0) {
            run.destroyForcibly().waitFor();
            throw new IllegalStateException("the market did not run:\n" + Files.readString(log));
        }
    }

    private static void writeSamples(String bootstrap, RegistryClient client) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("bootstrap.servers", bootstrap);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Topic topic : Topic.values()) {
                int id =
                        client.idOf(
                                        PublicSchemas.subject(topic.topicName()),
                                        PublicSchemas.current(topic))
                                .orElseThrow();
                byte[] key = "sample".getBytes(StandardCharsets.UTF_8);
                producer.send(
                                new ProducerRecord<>(
                                        topic.topicName(), key, Samples.framed(topic, id)))
                        .get();
            }
        }
    }

    private Map<Topic, List<PublicRecord>> read() throws MalformedRecordException {
        Configuration config = new Configuration();
        config.set(MarketOptions.BOOTSTRAP_SERVERS, bootstrap());
        config.set(MarketOptions.REGISTRY_URL, registryUrl());
        KafkaConnection kafka = KafkaConnection.of(config);
        Properties properties = kafka.properties();
        properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        Map<Topic, List<PublicRecord>> read = new EnumMap<>(Topic.class);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (Topic topic : Topic.values()) {
                RecordCodec<? extends SpecificRecordBase> codec =
                        kafka.wire().codec(topic.record());
                List<TopicPartition> partitions =
                        consumer.partitionsFor(topic.topicName()).stream()
                                .map(known -> new TopicPartition(known.topic(), known.partition()))
                                .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                List<PublicRecord> found = new ArrayList<>();
                while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                    for (ConsumerRecord<byte[], byte[]> record :
                            consumer.poll(Duration.ofMillis(200))) {
                        if (record.value() != null) {
                            found.add(
                                    new PublicRecord(
                                            topic,
                                            record.partition(),
                                            record.offset(),
                                            record.key() == null
                                                    ? null
                                                    : new String(
                                                            record.key(), StandardCharsets.UTF_8),
                                            codec.decode(record.value())));
                        }
                    }
                }
                read.put(topic, found);
            }
        }
        return read;
    }

    /** Returns what is on a topic, without heartbeats. */
    List<PublicRecord> of(Topic topic) {
        return records.get(topic);
    }

    String bootstrap() {
        return broker.bootstrapServers();
    }

    String registryUrl() {
        return registry.url();
    }

    @Override
    public void close() throws InterruptedException {
        broker.close();
        registry.close();
    }
}
