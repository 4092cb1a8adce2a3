package io.attentionfutures.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attentionfutures.local.UserError;
import io.attentionfutures.local.simulation.experiment.BidderExperiment;
import io.attentionfutures.local.simulation.experiment.BidderReport;
import io.attentionfutures.local.simulation.experiment.MakerExperiment;
import io.attentionfutures.local.simulation.experiment.MakerReport;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./afm simulate}: a planning bidder and a learning market maker, beside simple ones. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Simulates the market in this process, call by call, with participants that react to"
                    + " prices, and compares agents on the same seeded worlds.",
            "bidder: what a flexible job costs when it is planned by dynamic programming over the"
                    + " forecast's price distribution, beside buying the next hours at once and"
                    + " beside buying the hours that are cheapest by the forecast.",
            "maker: what a market maker earns whose quotes are learnt by reinforcement learning,"
                    + " beside the best of some fixed spreads. Training, tuning and reported worlds"
                    + " are different ones.",
            "The same seed gives the same figures on every machine. Exit code 0, 2 if something"
                    + " given was wrong."
        })
public final class SimulateCommandLine implements Callable<Integer> {
    /** What to simulate. */
    enum Agents {
        BIDDER,
        MAKER,
        ALL
    }

    private static final int MOST = 1_000;

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "all",
            paramLabel = "AGENTS",
            description = "bidder, maker or all. Default: ${DEFAULT-VALUE}.")
    private Agents agents;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Seed of the first world. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--worlds",
            defaultValue = "12",
            description = "Worlds that figures are taken over. Default: ${DEFAULT-VALUE}.")
    private int worlds;

    @Option(
            names = "--weeks",
            defaultValue = "1",
            description = "Weeks of market time in each world. Default: ${DEFAULT-VALUE}.")
    private int weeks;

    @Option(
            names = "--episodes",
            defaultValue = "24",
            description = "Weeks that the market maker learns from. Default: ${DEFAULT-VALUE}.")
    private int episodes;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        requireWithin("--worlds", worlds, 2);
        requireWithin("--weeks", weeks, 1);
        requireWithin("--episodes", episodes, 1);
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode all = mapper.createObjectNode();
        try (SimulationProgress progress = new SimulationProgress(System.err, allWeeks())) {
            if (agents != Agents.MAKER) {
                BidderReport report = BidderExperiment.run(seed, worlds, weeks, progress);
                all.set("bidder", mapper.valueToTree(report));
                if (!json) {
                    progress.clear();
                    System.out.print(SimulationTables.of(report));
                }
            }
            if (agents != Agents.BIDDER) {
                MakerReport report = MakerExperiment.run(seed, worlds, weeks, episodes, progress);
                all.set("maker", mapper.valueToTree(report));
                if (!json) {
                    progress.clear();
                    System.out.print(SimulationTables.of(report));
                }
            }
        }
        if (json) {
            System.out.println(mapper.writeValueAsString(all));
        }
        return 0;
    }

    private int allWeeks() {
        return (agents == Agents.MAKER ? 0 : BidderExperiment.weeks(worlds, weeks))
                + (agents == Agents.BIDDER ? 0 : MakerExperiment.weeks(worlds, weeks, episodes));
    }

    private static void requireWithin(String option, int value, int least) {
        if (value < least || value > MOST) {
            throw new UserError(
                    String.format(
                            Locale.ROOT,
                            "%s must be %d to %d, was %d",
                            option,
                            least,
                            MOST,
                            value));
        }
    }
}
