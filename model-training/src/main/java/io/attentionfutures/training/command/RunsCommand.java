package io.attentionfutures.training.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.attentionfutures.training.TrainingException;
import io.attentionfutures.training.run.RunFiles;
import io.attentionfutures.training.run.RunFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command {@code runs}: lists, shows and compares training runs. Exit code 0, or 2 for a run
 * that is not there or cannot be read, with one line on standard error.
 */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Lists training runs, or shows or compares some.")
public final class RunsCommand implements Callable<Integer> {

    private static final int UNUSABLE = 2;

    @Spec private CommandSpec spec;

    @Option(
            names = "--runs",
            defaultValue = "runs",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "The folder of all runs. Default: ${DEFAULT-VALUE}.")
    private Path runs;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        return list();
    }

    /** A line per run. */
    @Command(name = "list", description = "Lists all runs, the oldest first.")
    int list() {
        return answer(
                () -> {
                    List<RunSummary> all =
                            RunFolder.all(runs).stream().map(RunSummary::of).toList();
                    if (json) {
                        out().println(RunFiles.indented(all));
                    } else if (all.isEmpty()) {
                        out().println("there are no runs in " + runs);
                    } else {
                        out().print(RunSummary.table(all));
                    }
                });
    }

    /** All about one run. */
    @Command(name = "show", description = "Shows one run: parameters, networks and errors.")
    int show(@Parameters(paramLabel = "RUN", description = "Its id or folder.") String run) {
        return answer(
                () -> {
                    RunDetails details = RunDetails.of(RunFolder.find(runs, run));
                    out().print(json ? RunFiles.indented(details.json()) + "\n" : details.text());
                });
    }

    /** Several runs side by side. */
    @Command(
            name = "compare",
            description = "Compares runs: the parameters that differ, and the errors.")
    int compare(
            @Parameters(arity = "2..*", paramLabel = "RUN", description = "Their ids or folders.")
                    List<String> names) {
        return answer(
                () -> {
                    List<RunDetails> all = new ArrayList<>();
                    for (String name : names) {
                        all.add(RunDetails.of(RunFolder.find(runs, name)));
                    }
                    if (json) {
                        Map<String, JsonNode> byId = new LinkedHashMap<>();
                        all.forEach(run -> byId.put(run.id(), run.json()));
                        out().println(RunFiles.indented(byId));
                    } else {
                        out().print(RunComparison.of(all));
                    }
                });
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int answer(Runnable question) {
        try {
            question.run();
            out().flush();
            return 0;
        } catch (TrainingException e) {
            spec.commandLine().getErr().println("afm: " + e.getMessage());
            spec.commandLine().getErr().flush();
            return UNUSABLE;
        }
    }
}
