package io.attentionfutures.local.registry;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.pipeline.kafka.WireFormats;
import io.attentionfutures.schemas.wire.RegistryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./afm prepare}: creates a market's topics and registers its schemas, where missing. */
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description = {
            "Creates the market's topics on a Kafka cluster, and registers its schemas.",
            "What is there already stays as it is: it can be run again, before each upgrade."
        })
public final class PrepareCommandLine implements Callable<Integer> {
    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            required = true,
            description = "Kafka brokers, comma-separated.")
    private String bootstrap;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description =
                    "Java properties file of Kafka client properties: TLS, and whom to log in as;"
                            + " for the registry too, as schema.registry.*.")
    private Path kafkaProperties;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "Schema registry to register the schemas in; else none is asked.")
    private String registry;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "Partitions of new topics; compacted ones have one. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--replication",
            paramLabel = "N",
            description = "Copies of new topics. Default: as the brokers say.")
    private Short replication;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description = "Also afm.orders.NAME, where that account alone trades. Repeatable.")
    private List<String> accounts = List.of();

    @Override
    public Integer call() {
        if (partitions < 1) {
            throw new UserError("--partitions must be at least 1");
        }
        if (replication != null && replication < 1) {
            throw new UserError("--replication must be at least 1");
        }
        Configuration config = new Configuration();
        config.set(MarketOptions.BOOTSTRAP_SERVERS, bootstrap);
        KafkaConnection.useFile(config, kafkaProperties);
        if (registry != null) {
            // First: a topic without its schema would stop nobody from writing.
            register(config);
        }
        List<String> created =
                MarketTopics.create(
                        KafkaConnection.of(config),
                        new MarketTopics.Layout(partitions, replication, accounts));
        created.forEach(topic -> System.out.println("created " + topic));
        System.out.println(
                created.isEmpty() ? "all topics are there" : created.size() + " topics created");
        return 0;
    }

    private void register(Configuration config) {
        try {
            SchemaRegistration.register(
                    WireFormats.access(config, registry),
                    (subject, ids) -> System.out.println("registered " + subject + ": ids " + ids));
        } catch (IllegalArgumentException | RegistryException e) {
            throw new UserError("--registry: " + e.getMessage(), e);
        }
    }
}
