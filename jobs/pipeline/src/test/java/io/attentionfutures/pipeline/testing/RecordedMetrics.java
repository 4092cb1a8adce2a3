package io.attentionfutures.pipeline.testing;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionGraphTestUtils;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;

/** The metrics that a task registers, by name and the labels that are not Flink's own. */
public final class RecordedMetrics {
    private static final Set<String> LABELS =
            Set.of("segment", "market", "executionType", "code", "kind", "reason", "decision");

    private final Map<String, Metric> metrics = new TreeMap<>();
    private final TaskMetricGroup task =
            TaskManagerMetricGroup.createTaskManagerMetricGroup(
                            TestingMetricRegistry.builder()
                                    .setRegisterConsumer(
                                            (metric, name, group) ->
                                                    metrics.put(
                                                            key(name, group.getAllVariables()),
                                                            metric))
                                    .build(),
                            "localhost",
                            ResourceID.generate())
                    .addJob(new JobID(), "job")
                    .addTask(ExecutionGraphTestUtils.createExecutionAttemptId(), "task");

    private static String key(String name, Map<String, String> variables) {
        Map<String, String> labels = new TreeMap<>();
        variables.forEach(
                (variable, value) -> {
                    String label = variable.substring(1, variable.length() - 1);
                    if (LABELS.contains(label)) {
                        labels.put(label, value);
                    }
                });
        return name + labels;
    }

    /** Where the metrics are registered. */
    public TaskMetricGroup group() {
        return task;
    }

    /** An environment for a single operator that registers here. */
    public MockEnvironment environment(int maxParallelism) {
        return new MockEnvironmentBuilder()
                .setMaxParallelism(maxParallelism)
                .setParallelism(1)
                .setSubtaskIndex(0)
                .setMetricGroup(task)
                .build();
    }

    /**
     * Values of counters and gauges, by name and labels, for example {@code calls{market=H100.EUW1,
     * segment=EUW1}}.
     */
    public Map<String, Number> values() {
        Map<String, Number> values = new TreeMap<>();
        metrics.forEach(
                (key, metric) -> {
                    if (metric instanceof Counter counter) {
                        values.put(key, counter.getCount());
                    } else if (metric instanceof Gauge<?> gauge
                            && gauge.getValue() instanceof Number number) {
                        values.put(key, number);
                    }
                });
        return values;
    }

    public Number value(String key) {
        return values().get(key);
    }
}
