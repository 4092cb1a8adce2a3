package io.attentionfutures.pipeline.forecast;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.flink.api.common.externalresource.ExternalResourceInfo;
import org.apache.flink.api.common.functions.RuntimeContext;

/**
 * The graphics processors that the cluster grants by Flink's external resource framework, under the
 * resource name {@value #RESOURCE}.
 */
public final class GraphicsProcessors {

    /** Name of the external resource. */
    public static final String RESOURCE = "gpu";

    // As Flink's own plug-in for graphics processors names it.
    private static final String INDEX = "index";

    private GraphicsProcessors() {}

    /**
     * The index of the processor for this subtask; empty if none was granted. All subtasks of a
     * task manager see all of its processors, so they take turns.
     */
    public static OptionalInt device(RuntimeContext context) {
        return device(
                context.getExternalResourceInfos(RESOURCE),
                context.getTaskInfo().getIndexOfThisSubtask());
    }

    static OptionalInt device(Set<ExternalResourceInfo> granted, int subtask) {
        List<Integer> indexes =
                granted.stream()
                        .flatMap(info -> info.getProperty(INDEX).stream())
                        .map(GraphicsProcessors::index)
                        .sorted()
                        .toList();
        return indexes.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(indexes.get(subtask % indexes.size()));
    }

    private static int index(String text) {
        try {
            return Integer.parseUnsignedInt(text.trim());
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    "the external resource "
                            + RESOURCE
                            + " has the index '"
                            + text
                            + "', which is no number: check its discovery script",
                    e);
        }
    }
}
