package io.attentionfutures.benchmarks.clearing;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./afm bench uncross}: the benchmarks of the clearing core, one after another. */
@Command(
        name = "uncross",
        mixinStandardHelpOptions = true,
        description = {
            "Measures the clearing core on one thread: the auction alone and the whole call of 24"
                    + " contracts, what an order costs to enter, cancel and replace as orders"
                    + " grow, and how the auction grows with orders and price levels; beside"
                    + " exchange-core's direct order book and a sort-and-scan auction.",
            "Takes about half an hour, with --quick a few minutes. Progress goes to the error"
                    + " stream."
        })
public final class UncrossCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(
            names = "--quick",
            description = "Fewer sizes and shorter runs: to see that it works, not to quote.")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "CLASS",
            split = ",",
            description = "Only these, for example PureUncrossBenchmark,OrderEntryBenchmark.")
    private List<String> only = List.of();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new UncrossCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws RunnerException, IOException {
        double loadBefore = JmhConditions.load();
        List<RunResult> results = new ArrayList<>();
        for (ChainedOptionsBuilder run : runs()) {
            results.addAll(
                    new Runner(
                                    run.build(),
                                    OutputFormatFactory.createFormatInstance(
                                            System.err, VerboseMode.NORMAL))
                            .run());
        }
        List<Measurement> figures = results.stream().map(Measurement::of).toList();
        Map<String, String> conditions = JmhConditions.of(results, loadBefore);
        if (json) {
            printJson(conditions, figures);
        } else {
            MeasurementTable.print(System.out, conditions, figures);
        }
        return 0;
    }

    private List<ChainedOptionsBuilder> runs() {
        String[] sizes = quick ? new String[] {"1000", "100000"} : everySize();
        List<ChainedOptionsBuilder> runs = new ArrayList<>();
        add(runs, PureUncrossBenchmark.class, "ordersPerContract", "10000");
        add(runs, FullUncrossBenchmark.class, "ordersPerContract", "10000");
        add(runs, OrderEntryBenchmark.class, "restingOrders", sizes);
        add(runs, BookEntryBenchmark.class, "restingOrders", sizes);
        // Not every pair of orders and levels says something new.
        addGrowth(runs, sizes, "1000");
        addGrowth(runs, new String[] {"100000"}, "10", "100", "10000");
        return runs;
    }

    private static String[] everySize() {
        return new String[] {"1000", "10000", "100000", "1000000"};
    }

    private void addGrowth(List<ChainedOptionsBuilder> runs, String[] orders, String... levels) {
        ChainedOptionsBuilder run = add(runs, UncrossGrowthBenchmark.class, "orders", orders);
        run.param("levels", levels);
    }

    private ChainedOptionsBuilder add(
            List<ChainedOptionsBuilder> runs, Class<?> benchmark, String name, String... values) {
        ChainedOptionsBuilder run =
                new OptionsBuilder()
                        .include(benchmark.getName() + "\\..*")
                        .param(name, values)
                        .shouldFailOnError(true);
        if (quick) {
            run.warmupIterations(2).measurementIterations(3);
            run.measurementTime(TimeValue.milliseconds(300));
        }
        if (only.isEmpty() || only.contains(benchmark.getSimpleName())) {
            runs.add(run);
        }
        return run;
    }

    private static void printJson(Map<String, String> conditions, Collection<Measurement> figures)
            throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("conditions", conditions);
        report.put("results", figures);
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                // JSON has no NaN: the error of a single iteration.
                .configure(JsonGenerator.Feature.QUOTE_NON_NUMERIC_NUMBERS, true)
                .writeValue(System.out, report);
        System.out.println();
    }
}
