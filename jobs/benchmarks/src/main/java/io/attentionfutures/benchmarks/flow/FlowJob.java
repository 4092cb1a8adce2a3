package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.pipeline.MarketJob;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs the market job or the identity job on a Flink mini cluster in this process until it is
 * killed. Arguments: {@code market} or {@code identity}, and the folder of a {@code config.yaml}.
 */
public final class FlowJob {
    private FlowJob() {}

    public static void main(String[] arguments) throws Exception {
        AvroSafety.apply();
        Configuration config =
                GlobalConfiguration.loadConfiguration(Path.of(arguments[1]).toString());
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(config);
        if (FlowJobKind.of(arguments[0]) == FlowJobKind.IDENTITY) {
            IdentityJob.define(environment, config);
        } else {
            MarketJob.define(environment, config);
        }
        environment.execute(config.get(PipelineOptions.NAME));
    }
}
