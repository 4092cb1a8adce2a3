package io.attentionfutures.local.command;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.local.run.DataFolder;
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

    /**
     * Returns the market's brokers.
     *
     * @throws UserError if no market answers there
     */
    public String bootstrapServers() {
        String servers = bootstrap != null ? bootstrap : ofLocalMarket();
        try (Admin admin = Admin.create(MarketTopics.properties(servers))) {
            Set<String> topics = admin.listTopics().names().get();
            if (!topics.contains(Topic.ORDERS.topicName())) {
                throw new UserError(
                        "Kafka at " + servers + " has no topic " + Topic.ORDERS.topicName());
            }
            return servers;
        } catch (ExecutionException | org.apache.kafka.common.KafkaException e) {
            throw new UserError(
                    "no market answers at " + servers + ": start one with ./afm run --follow", e);
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
