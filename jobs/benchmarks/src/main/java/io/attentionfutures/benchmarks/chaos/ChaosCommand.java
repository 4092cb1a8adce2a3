package io.attentionfutures.benchmarks.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attentionfutures.benchmarks.Conditions;
import io.attentionfutures.benchmarks.cluster.Folders;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./afm chaos}: drills with faults. */
@Command(
        name = "afm chaos",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the market job on real processes (Kafka, a JobManager, two TaskManagers), plays a"
                    + " seeded flow of orders and telemetry into it, lets something go wrong a third"
                    + " into it, and compares every record of every output topic with a run that"
                    + " nothing got in the way of.",
            "Recovery is the time from the fault until there is committed output about something"
                    + " that was logged after it.",
            "Exit code 0; 1 if a record is lost, duplicated or different or a recovery takes more"
                    + " than 30 s; 2 if something given was wrong."
        })
public final class ChaosCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WRONG_INPUT = 2;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "Drills to do; all if none is named.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the flow. Default: ${DEFAULT-VALUE}.")
    private long seed = 7;

    @Option(
            names = "--hours",
            paramLabel = "N",
            description = "Length of the flow in the log's time, h. Default: ${DEFAULT-VALUE}.")
    private int hours = 48;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "How long the flow takes to play, s. Default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    @Option(
            names = "--previous",
            paramLabel = "JAR",
            description = "Job jar of the previous release, for the drill upgrade.")
    private Path previous;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where the processes keep data and logs. Default: a temporary folder.")
    private Path folder;

    @Option(names = "--keep", description = "Keep data and logs of drills that went well too.")
    private boolean keep;

    @Spec private CommandSpec spec;

    public static void main(String[] arguments) {
        AvroSafety.apply();
        CommandLine line = new CommandLine(new ChaosCommand());
        StringBuilder drills = new StringBuilder("%nDrills:%n");
        for (Drill drill : Drills.all(Optional.empty())) {
            drills.append(String.format("  @|bold %-18s|@ ", drill.name()))
                    .append(drill.description().replace("%", "%%"))
                    .append("%n");
        }
        line.getCommandSpec().usageMessage().footer(drills.toString());
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Optional<List<Drill>> chosen = chosen();
        if (chosen.isEmpty()) {
            return WRONG_INPUT;
        }
        Path work =
                folder == null ? Files.createTempDirectory("afm-chaos-") : folder.toAbsolutePath();
        Map<String, String> conditions = conditions();
        conditions.forEach((name, value) -> say(String.format("%-12s %s", name, value)));
        say(String.format("%-12s %s", "folder", work));
        DrillRun run =
                new DrillRun(
                        work,
                        seed,
                        hours,
                        seconds,
                        keep,
                        Optional.ofNullable(previous).map(Path::toAbsolutePath),
                        ChaosCommand::say);
        DrillRun.Baseline baseline = run.baseline();
        say(String.format(Locale.ROOT, "undisturbed: %,d output records", baseline.exact().size()));
        List<DrillResult> results = new ArrayList<>();
        for (Drill drill : chosen.get()) {
            results.add(attempt(run, drill, baseline));
        }
        boolean passed = results.stream().allMatch(DrillResult::passed);
        if (passed && !keep && folder == null) {
            Folders.delete(work);
        }
        if (json) {
            System.out.println(toJson(results, conditions));
        } else {
            System.out.print(toText(results));
        }
        return passed ? 0 : 1;
    }

    private Map<String, String> conditions() {
        Map<String, String> conditions = Conditions.now();
        conditions.put(
                "processes",
                "1 or 3 brokers (heap 384 MiB), a JobManager (384 MiB), 2 TaskManagers (512 MiB, 2"
                        + " slots), all with the client compiler only");
        conditions.put(
                "settings",
                "a checkpoint each second, heartbeat timeout 5 s, restart delay 1 s, ZooKeeper"
                        + " session 5 s");
        conditions.put(
                "flow",
                String.format(
                        Locale.ROOT,
                        "seed %d, %d h of 2 markets in 2 segments, played in %d s",
                        seed,
                        hours,
                        seconds));
        return conditions;
    }

    private Optional<List<Drill>> chosen() {
        List<Drill> all = Drills.all(Optional.ofNullable(previous));
        List<Drill> chosen = new ArrayList<>();
        for (String name : names) {
            Optional<Drill> drill = all.stream().filter(one -> one.name().equals(name)).findFirst();
            if (drill.isEmpty()) {
                return wrong(
                        "no drill is called '"
                                + name
                                + "': there are "
                                + String.join(", ", all.stream().map(Drill::name).toList()));
            }
            chosen.add(drill.get());
        }
        if (previous != null && !Files.isReadable(previous)) {
            return wrong("--previous " + previous + " cannot be read");
        }
        if (hours < 6 || seconds < 15) {
            return wrong("--hours must be at least 6 and --seconds at least 15");
        }
        return Optional.of(names.isEmpty() ? all : chosen);
    }

    private Optional<List<Drill>> wrong(String what) {
        spec.commandLine().getErr().println("afm: " + what);
        return Optional.empty();
    }

    /** A drill that breaks off is a finding, not the end. */
    private static DrillResult attempt(DrillRun run, Drill drill, DrillRun.Baseline baseline)
            throws InterruptedException {
        say("");
        say(drill.name() + ": " + drill.description());
        DrillResult result;
        try {
            result = run.run(drill, baseline);
        } catch (RuntimeException e) {
            result = DrillResult.brokenOff(drill.name(), e.getMessage());
        }
        say(line(result));
        result.findings().forEach(finding -> say("  " + finding));
        return result;
    }

    private static void say(String text) {
        System.err.println(text);
    }

    private static String line(DrillResult result) {
        if (!result.skipped().isEmpty()) {
            return String.format("%-20s not done: %s", result.drill(), result.skipped());
        }
        return String.format(
                Locale.ROOT,
                "%-20s %8d %11d %10d %13.1f  %s",
                result.drill(),
                result.lost(),
                result.duplicated(),
                result.different(),
                result.recoverySeconds(),
                result.passed() ? "ok" : "FAILED");
    }

    private static String toText(List<DrillResult> results) {
        StringBuilder text =
                new StringBuilder(
                        String.format(
                                "%-20s %8s %11s %10s %13s%n",
                                "drill", "lost", "duplicated", "different", "recovery, s"));
        results.forEach(result -> text.append(line(result)).append(System.lineSeparator()));
        return text.toString();
    }

    private static String toJson(List<DrillResult> results, Map<String, String> conditions)
            throws IOException {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode drills = root.putArray("drills");
        for (DrillResult result : results) {
            ObjectNode drill = drills.addObject();
            drill.put("drill", result.drill());
            if (!result.skipped().isEmpty()) {
                drill.put("skipped", result.skipped());
                continue;
            }
            drill.put("lost", result.lost());
            drill.put("duplicated", result.duplicated());
            drill.put("different", result.different());
            drill.put("recovery_seconds", Math.round(result.recoverySeconds() * 10) / 10.0);
            drill.put("records", result.records());
            drill.put("passed", result.passed());
            ArrayNode findings = drill.putArray("findings");
            result.findings().forEach(findings::add);
        }
        root.set("conditions", JSON.valueToTree(conditions));
        return JSON.writeValueAsString(root);
    }
}
