package io.attentionfutures.local.command;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.run.DataFolder;
import io.attentionfutures.pipeline.kafka.KafkaFailure;
import io.attentionfutures.schemas.Topic;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Option;

/** Which market a command speaks to. */
public final class MarketAddress {
    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Kafka of the market. Default: that of the local market.")
    private String bootstrap;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of the local market, if not the standard one.")
    private Path data = DataFolder.standard();

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description =
                    "Java properties file of Kafka client properties: TLS, and whom to log in as.")
    private Path kafkaProperties;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description =
                    "Schema registry of the market, for one whose records bear the ids of a"
                            + " registry. Default: the market's own ids.")
    private String registry = "";

    /**
     * Returns the market's Kafka.
     *
     * @throws UserError if no market answers there, or it refuses
     */
    public KafkaConnection connection() {
        KafkaConnection kafka =
                KafkaConnection.of(
                        bootstrap != null ? bootstrap : ofLocalMarket(), kafkaProperties, registry);
        try (Admin admin = Admin.create(kafka.properties())) {
            Set<String> topics = admin.listTopics().names().get();
            if (topics.stream().noneMatch(name -> Topic.of(name).isPresent())) {
                throw new UserError(
                        "Kafka at "
                                + kafka
                                + " has no topic of a market that this principal may use");
            }
            return kafka;
        } catch (ExecutionException | org.apache.kafka.common.KafkaException e) {
            if (kafkaProperties != null || KafkaFailure.isRefusal(e)) {
                throw new UserError(
                        "cannot use Kafka at " + kafka + ": " + KafkaFailure.describe(e), e);
            }
            throw new UserError(
                    "no market answers at " + kafka + ": start one with ./afm run --follow", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted", e);
        }
    }

    private String ofLocalMarket() {
        return DataFolder.read(data)
                .map(DataFolder.Run::bootstrapServers)
                .filter(servers -> !servers.isEmpty())
                .orElseThrow(
                        () ->
                                new UserError(
                                        "there is no local market in "
                                                + data
                                                + ": start one with ./afm run --follow, or name"
                                                + " another with --bootstrap"));
    }
}
