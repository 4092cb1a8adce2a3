package io.attentionfutures.local.command;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.run.OutputReader;
import io.attentionfutures.local.run.RecordText;
import io.attentionfutures.schemas.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./afm watch}: follows a topic. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Follows a topic, decoded, until it is stopped: telemetry, orders, collateral,"
                        + " contracts, accounts, directives, models, demand, forecasts,"
                        + " model-decisions, retraining, prices, depth, executions, allocations,"
                        + " statements, surveillance, audit,"
                        + " dead-letters.")
public final class WatchCommandLine implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(250);

    @Parameters(index = "0", paramLabel = "TOPIC", description = "e.g. prices")
    private String name;

    @Mixin private MarketAddress market;

    @Option(names = "--from-beginning", description = "Everything that is in the topic first.")
    private boolean fromBeginning;

    @Option(names = "--count", paramLabel = "N", description = "Stop after so many records.")
    private long count = Long.MAX_VALUE;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        Topic topic = topic();
        try (OutputReader reader = new OutputReader(market.connection(), List.of(topic))) {
            if (!fromBeginning) {
                reader.skipToEnd();
            }
            long[] shown = {0};
            while (shown[0] < count) {
                reader.poll(
                        POLL,
                        record -> {
                            if (shown[0]++ < count) {
                                System.out.println(
                                        json ? RecordText.json(record) : RecordText.line(record));
                            }
                        });
                if (System.out.checkError()) {
                    return 0;
                }
            }
        }
        return 0;
    }

    private Topic topic() {
        String wanted = name.startsWith("afm.") ? name : "afm." + name;
        return Topic.of(wanted)
                .orElseThrow(
                        () ->
                                new UserError(
                                        "there is no topic '"
                                                + name
                                                + "'; there are "
                                                + Arrays.stream(Topic.values())
                                                        .map(Topic::topicName)
                                                        .map(full -> full.substring(4))
                                                        .collect(Collectors.joining(", "))));
    }
}
