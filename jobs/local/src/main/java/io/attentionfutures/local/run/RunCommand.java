package io.attentionfutures.local.run;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.scenario.ScenarioFile;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./afm run}: the market on one machine. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the market on this machine: embedded Kafka, Flink with its web page, telemetry"
                    + " replayed from a trace, and a seeded population of participants.",
            "Progress goes to standard error; the summary ends the run. Exit code 0, 1 if money or"
                    + " lots were not conserved, 2 if something given was wrong."
        })
public final class RunCommand implements Callable<Integer> {
    private static final List<String> DECIDED_BY_SCENARIO =
            List.of("--period", "--call-interval", "--capacity");

    @Mixin private RunOptions options;

    @Spec private CommandSpec spec;

    private static void describe(String preset) {
        System.out.printf("%-18s %s%n", preset, ScenarioFile.read(preset).scenario().title());
    }

    @Override
    public Integer call() throws InterruptedException {
        if ("list".equals(options.scenarioName)) {
            ScenarioFile.PRESETS.forEach(RunCommand::describe);
            return 0;
        }
        for (String option : DECIDED_BY_SCENARIO) {
            if (options.scenarioName != null
                    && spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new UserError("--scenario excludes " + option + ": it says so itself");
            }
        }
        options.readScenario();
        Console console = new Console(System.err, System.console() != null);
        RunSummary summary = new MarketRun(options, console).run();
        console.say("");
        if (options.json) {
            console.say(summary.toText());
            System.out.println(summary.toJson());
        } else {
            System.out.print(summary.toText());
        }
        summary.money()
                .forEach(
                        (segment, balance) -> {
                            if (balance.difference().signum() != 0) {
                                System.err.printf(
                                        "afm: money is not conserved in segment %s at %s: accounts"
                                                + " hold %,d minor units more than was deposited%n",
                                        segment, balance.asOf(), balance.difference());
                            }
                        });
        return summary.conservation().holds() ? 0 : 1;
    }
}
