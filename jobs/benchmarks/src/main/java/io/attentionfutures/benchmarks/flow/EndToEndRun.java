package io.attentionfutures.benchmarks.flow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Runs the two jobs in turns on one log. */
final class EndToEndRun {
    private final FlowStage stage;
    private final FlowShape shape;
    private final FlowOptions options;
    private final long warmUp;
    private int runs;

    EndToEndRun(FlowStage stage, FlowShape shape, FlowOptions options, long warmUp) {
        this.stage = stage;
        this.shape = shape;
        this.options = options;
        this.warmUp = warmUp;
    }

    /** Times both jobs, as often as asked for, first one and then the other first. */
    EndToEndResult compare(int parallelism, int repeats) throws IOException, InterruptedException {
        Map<FlowJobKind, List<Throughput>> measured = new EnumMap<>(FlowJobKind.class);
        OutputCensus census = new OutputCensus(stage.bootstrapServers());
        for (int repeat = 0; repeat < repeats; repeat++) {
            for (int turn = 0; turn < 2; turn++) {
                FlowJobKind kind = FlowJobKind.values()[(repeat + turn) % 2];
                if (kind == FlowJobKind.IDENTITY && options.marketOnly) {
                    continue;
                }
                boolean counted = repeat == 0 && kind == FlowJobKind.MARKET;
                if (counted) {
                    census.begin();
                }
                measured.computeIfAbsent(kind, key -> new ArrayList<>())
                        .add(time(kind, parallelism));
                if (counted) {
                    census.end();
                    Progress.say("published %s", census.byTopic());
                    census.requireFewRejections();
                }
            }
        }
        return new EndToEndResult(
                shape.contracts(),
                shape.segments(),
                parallelism,
                shape.restingOrders(),
                measured.get(FlowJobKind.MARKET),
                measured.getOrDefault(FlowJobKind.IDENTITY, List.of(Throughput.NONE)),
                (double) census.outputs() / (shape.records() + shape.restingOrders()),
                census.rejectedShare());
    }

    /** Times one job once. */
    Throughput time(FlowJobKind kind, int parallelism) throws IOException, InterruptedException {
        FlowJobProcess.Spec spec =
                new FlowJobProcess.Spec(
                        kind,
                        kind.label() + "-" + ++runs,
                        parallelism,
                        options.stateBackend,
                        options.heap,
                        List.of(),
                        options.jvmArguments);
        ThroughputMeter meter =
                new ThroughputMeter(
                        stage.log(),
                        stage.brokerPid(),
                        entries ->
                                Progress.say(
                                        "%s, parallelism %d: %,d of %,d",
                                        spec.kind().label(),
                                        parallelism,
                                        entries,
                                        stage.log().entries()));
        try (FlowJobProcess job =
                        FlowJobProcess.start(
                                spec,
                                stage.bootstrapServers(),
                                stage.folder(),
                                options.overriding());
                CommittedProgress committed =
                        new CommittedProgress(stage.bootstrapServers(), spec.name())) {
            return meter.measure(job, committed, shape.restingOrders() + warmUp);
        }
    }
}
