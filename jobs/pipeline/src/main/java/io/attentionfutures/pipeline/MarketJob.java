package io.attentionfutures.pipeline;

import io.attentionfutures.pipeline.forecast.ForecastEngines;
import io.attentionfutures.pipeline.kafka.HeartbeatWriter;
import io.attentionfutures.pipeline.kafka.InputTopics;
import io.attentionfutures.pipeline.kafka.InputTopics.UnusableInputException;
import io.attentionfutures.pipeline.kafka.KafkaInputs;
import io.attentionfutures.pipeline.kafka.KafkaOutputs;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;

/** The job's entry point: {@code MarketJob [--afm.<option> <value>]…}. */
public final class MarketJob {
    /** Rescaling never goes beyond this; changing it would orphan all keyed state. */
    private static final int MAX_PARALLELISM = 720;

    private static final long CHECKPOINT_INTERVAL_MILLIS = 1_000;

    /** An order waits for the clock, and so for up to this long before anything else. */
    private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(50);

    /** Named, not referred to: a cluster without RocksDB lacks what these classes need. */
    private static final ConfigOption<String> ROCKSDB_OPTIONS =
            ConfigOptions.key("state.backend.rocksdb.options-factory")
                    .stringType()
                    .noDefaultValue();

    static final String ROCKSDB_FACTORY = "io.attentionfutures.pipeline.state.WriteMostlyRocksDb";

    private MarketJob() {}

    public static void main(String[] arguments) throws Exception {
        Configuration config =
                GlobalConfiguration.loadConfiguration(
                        ParameterTool.fromArgs(arguments).getConfiguration());
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment();
        define(environment, config);
        environment.execute("Attention Futures Market");
    }

    /**
     * Lays out the job on Kafka as the options say.
     *
     * @throws UnusableInputException if the input topics cannot be used
     */
    public static void define(StreamExecutionEnvironment environment, Configuration config)
            throws Exception {
        define(environment, config, InputTopics.lookUp(config));
    }

    static void define(
            StreamExecutionEnvironment environment, Configuration config, InputTopics topics)
            throws Exception {
        environment.configure(
                new Configuration()
                        .set(PipelineOptions.GENERIC_TYPES, false)
                        .set(PipelineOptions.AUTO_GENERATE_UIDS, false)
                        .set(PipelineOptions.OBJECT_REUSE, true)
                        .set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM));
        setUnlessGiven(environment, ROCKSDB_OPTIONS, ROCKSDB_FACTORY);
        setUnlessGiven(environment, PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
        if (!environment.getCheckpointConfig().isCheckpointingEnabled()) {
            environment.enableCheckpointing(
                    CHECKPOINT_INTERVAL_MILLIS, CheckpointingMode.EXACTLY_ONCE);
        }
        MarketSettings settings = MarketSettings.from(config);
        if (!settings.forecast().modelPath().isEmpty()) {
            ForecastEngines.load(settings.forecast().modelPath());
        }
        KafkaInputs inputs = new KafkaInputs(environment, config, topics);
        KafkaOutputs outputs = new KafkaOutputs(config, settings.wire());
        MarketTopology.define(
                inputs.telemetry(),
                inputs.orders(),
                inputs.instructions(),
                inputs.referenceData(),
                inputs.models(),
                settings,
                outputs);
        outputs.addAtLeastOnceSink();
        HeartbeatWriter.addTo(environment, config, topics);
    }

    private static <T> void setUnlessGiven(
            StreamExecutionEnvironment environment, ConfigOption<T> option, T value) {
        if (environment.getConfiguration().getOptional(option).isEmpty()) {
            environment.configure(new Configuration().set(option, value));
        }
    }
}
