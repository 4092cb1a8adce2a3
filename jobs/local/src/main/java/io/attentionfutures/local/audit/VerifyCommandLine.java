package io.attentionfutures.local.audit;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.broker.EmbeddedBroker;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.run.DataFolder;
import io.attentionfutures.pipeline.MarketOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./afm audit verify}: recomputes all that was published from the inputs. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Recomputes prices, depth, executions, allocations, statements, audit records and"
                    + " alerts from the input topics, with the market's own code but without the"
                    + " job, and compares them with what was published. Demand windows and"
                    + " forecasts are taken as published.",
            "Exit code 0 if all agrees, 1 if something differs, 2 if something given was wrong, 3"
                    + " if part of it could not be verified because input is no longer kept."
        })
public final class VerifyCommandLine implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder of a local run, ended or not. Default: the standard one.")
    private Path data = DataFolder.standard();

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Kafka of a market instead, which may be running.")
    private String bootstrap;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description =
                    "Java properties file of Kafka client properties: TLS, and whom to log in as.")
    private Path kafkaProperties;

    @Option(
            names = "--differences",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many differences are named. Default: ${DEFAULT-VALUE}.")
    private int most;

    @Option(names = "--json", description = "Print the result as JSON on standard output.")
    private boolean json;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description =
                    "An option that the job ran with: afm.market.segments,"
                            + " afm.sink.at-least-once-topics or afm.kafka.properties.")
    private Map<String, String> options = new LinkedHashMap<>();

    @Override
    public Integer call() throws InterruptedException {
        if (most < 1) {
            throw new UserError("--differences must be at least 1");
        }
        VerificationReport report = bootstrap != null ? verify(bootstrap, false) : verifyFolder();
        if (json) {
            System.out.println(report.toJson());
        } else {
            System.out.print(report.toText());
        }
        return report.exitCode();
    }

    private VerificationReport verifyFolder() throws InterruptedException {
        DataFolder.Run run =
                DataFolder.read(data)
                        .filter(held -> Files.isDirectory(data))
                        .orElseThrow(
                                () ->
                                        new UserError(
                                                "there is no run in "
                                                        + data
                                                        + ": name its folder with --data, or a"
                                                        + " broker with --bootstrap"));
        if (DataFolder.isInUse(data)) {
            return verify(run.bootstrapServers(), false);
        }
        try (DataFolder folder = DataFolder.open(data.toString())) {
            if (!Files.isDirectory(folder.broker())) {
                throw new UserError(
                        "the run in "
                                + data
                                + " used a broker of its own choice: name it with --bootstrap");
            }
            try (EmbeddedBroker broker =
                    EmbeddedBroker.start(folder.broker(), EmbeddedBroker.freePort())) {
                return verify(broker.bootstrapServers(), run.completed());
            }
        }
    }

    private VerificationReport verify(String bootstrapServers, boolean completed)
            throws InterruptedException {
        Configuration config = Configuration.fromMap(options);
        config.set(MarketOptions.BOOTSTRAP_SERVERS, bootstrapServers);
        KafkaConnection.useFile(config, kafkaProperties);
        return new Verification(config, completed, most).run();
    }
}
