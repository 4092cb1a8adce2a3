package io.attentionfutures.pipeline;

import io.attentionfutures.forecast.model.ScoringEngines;
import io.attentionfutures.forecast.telemetry.CapacityRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * Every option of the job. They are read from Flink's {@code config.yaml} and from {@code
 * --<option> <value>} arguments, which win.
 */
public final class MarketOptions {
    /** Where the market's time comes from. */
    public enum TimestampSource {
        /** The broker's clock when a record is appended: live markets. */
        LOG_APPEND,
        /** Whoever writes the records: replays of traces. */
        REPLAY
    }

    public static final ConfigOption<String> BOOTSTRAP_SERVERS =
            ConfigOptions.key("afm.kafka.bootstrap-servers")
                    .stringType()
                    .defaultValue("localhost:9092")
                    .withDescription("Kafka brokers, host:port, comma-separated.");

    public static final ConfigOption<String> GROUP_ID =
            ConfigOptions.key("afm.kafka.group-id")
                    .stringType()
                    .defaultValue("attention-futures-market")
                    .withDescription(
                            "Consumer group that progress is committed under, for monitoring.");

    public static final ConfigOption<Map<String, String>> KAFKA_PROPERTIES =
            ConfigOptions.key("afm.kafka.properties")
                    .mapType()
                    .defaultValue(Map.of())
                    .withDescription(
                            "Further Kafka client properties, key:value, comma-separated; they win"
                                    + " over those of the file. Secrets are refused here, because"
                                    + " Flink shows its configuration.");

    public static final ConfigOption<String> KAFKA_PROPERTIES_FILE =
            ConfigOptions.key("afm.kafka.properties-file")
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Java properties file of Kafka client properties, for TLS, logins and"
                                    + " their secrets, in any file system that Flink knows; read"
                                    + " where the job is submitted.");

    public static final ConfigOption<String> REGISTRY_URL =
            ConfigOptions.key("afm.registry.url")
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Schema registry with the Confluent API, whose ids records are framed"
                                    + " with; several addresses comma-separated. It must hold the"
                                    + " market's schemas (./afm prepare). Empty for ids of the"
                                    + " market's own, which ./afm registry serves.");

    public static final ConfigOption<List<String>> SINGLE_OBJECT_TOPICS =
            ConfigOptions.key("afm.wire.single-object-topics")
                    .stringType()
                    .asList()
                    .defaultValues()
                    .withDescription(
                            "Output topics in Avro's single-object encoding instead of Confluent"
                                    + " framing, semicolon-separated; * for all. Input may be"
                                    + " either.");

    public static final ConfigOption<Duration> HEARTBEAT_INTERVAL =
            ConfigOptions.key("afm.clock.heartbeat-interval")
                    .durationType()
                    .defaultValue(Duration.ofMillis(100))
                    .withDescription(
                            "How often the job writes a heartbeat to each partition of each input"
                                    + " topic; 0 where somebody else does.");

    public static final ConfigOption<TimestampSource> TIMESTAMPS =
            ConfigOptions.key("afm.clock.timestamps")
                    .enumType(TimestampSource.class)
                    .defaultValue(TimestampSource.LOG_APPEND)
                    .withDescription(
                            "Where record timestamps come from. With LOG_APPEND the input topics"
                                    + " must have message.timestamp.type=LogAppendTime, which is"
                                    + " checked at start-up.");

    public static final ConfigOption<Duration> MAX_DRIFT =
            ConfigOptions.key("afm.clock.max-drift")
                    .durationType()
                    .defaultValue(Duration.ofHours(6))
                    .withDescription(
                            "How far, in log time, one input may be read ahead of the slowest"
                                    + " while a backlog is worked off; bounds what is buffered.");

    public static final ConfigOption<Duration> DEMAND_PERIOD =
            ConfigOptions.key("afm.demand.period")
                    .durationType()
                    .defaultValue(Duration.ofHours(1))
                    .withDescription(
                            "Length of demand windows and delivery periods, whole minutes that"
                                    + " divide a day.");

    public static final ConfigOption<Map<String, String>> DEMAND_PERIODS =
            ConfigOptions.key("afm.demand.periods")
                    .mapType()
                    .defaultValue(Map.of())
                    .withDescription(
                            "Periods of single markets that differ, market:duration,"
                                    + " comma-separated.");

    public static final ConfigOption<Duration> ALLOWED_LATENESS =
            ConfigOptions.key("afm.demand.allowed-lateness")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(1))
                    .withDescription(
                            "How long after its end, by the log's clock, a demand window takes"
                                    + " samples; later ones become dead letters.");

    public static final ConfigOption<CapacityRule> CAPACITY_RULE =
            ConfigOptions.key("afm.demand.capacity-rule")
                    .enumType(CapacityRule.class)
                    .defaultValue(CapacityRule.SUM)
                    .withDescription(
                            "How tenants' capacities total: SUM of quotas, or SHARED where each"
                                    + " repeats the pool that all share.");

    public static final ConfigOption<Integer> RETIRE_AFTER =
            ConfigOptions.key("afm.demand.retire-after")
                    .intType()
                    .defaultValue(336)
                    .withDescription(
                            "Demand windows in a row without a sample after which a market is"
                                    + " forgotten.");

    public static final ConfigOption<String> MODEL =
            ConfigOptions.key("afm.forecast.model")
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Path of the model bundle that serves until a released one is adopted,"
                                    + " in any file system that Flink knows; empty to forecast by"
                                    + " statistics alone.");

    public static final ConfigOption<String> ENGINE =
            ConfigOptions.key("afm.forecast.engine")
                    .stringType()
                    .defaultValue(ScoringEngines.AUTO)
                    .withDescription(
                            "What scores the models: onnx, deeplearning4j, or auto, which takes"
                                    + " deeplearning4j where Flink grants a graphics processor that"
                                    + " it can use, else onnx.");

    public static final ConfigOption<Integer> TRIAL_FORECASTS =
            ConfigOptions.key("afm.forecast.trial-forecasts")
                    .intType()
                    .defaultValue(24)
                    .withDescription(
                            "Fewest forecasts, each of 24 windows that neither model was trained"
                                    + " on, that a released model is compared by with the one that"
                                    + " serves a market.");

    public static final ConfigOption<Integer> TRIAL_DAYS =
            ConfigOptions.key("afm.forecast.trial-days")
                    .intType()
                    .defaultValue(7)
                    .withDescription(
                            "Most days of forecasts that are compared, the last ones, 1 to 14.");

    public static final ConfigOption<Double> TRIAL_TOLERANCE =
            ConfigOptions.key("afm.forecast.trial-tolerance")
                    .doubleType()
                    .defaultValue(0.0)
                    .withDescription(
                            "How much larger a released model's error may be, as a share of the"
                                    + " error of what serves.");

    public static final ConfigOption<Double> RETRAIN_DRIFT =
            ConfigOptions.key("afm.forecast.retrain-drift")
                    .doubleType()
                    .defaultValue(1.5)
                    .withDescription(
                            "Drift of a market's forecasts above which it asks for retraining.");

    public static final ConfigOption<Double> RETRAIN_FACTOR =
            ConfigOptions.key("afm.forecast.retrain-factor")
                    .doubleType()
                    .defaultValue(1.2)
                    .withDescription(
                            "Recent error of a market's forecasts, as a multiple of the best simple"
                                    + " forecaster's, above which it asks for retraining.");

    public static final ConfigOption<Integer> RETRAIN_WINDOWS =
            ConfigOptions.key("afm.forecast.retrain-windows")
                    .intType()
                    .defaultValue(168)
                    .withDescription(
                            "Fewest windows between two requests of a market for retraining.");

    public static final ConfigOption<Map<String, String>> SEGMENTS =
            ConfigOptions.key("afm.market.segments")
                    .mapType()
                    .defaultValue(Map.of())
                    .withDescription(
                            "Clearing segments of single markets, market:segment,"
                                    + " comma-separated; else the last component of the market's"
                                    + " name.");

    public static final ConfigOption<String> TRANSACTIONAL_ID_PREFIX =
            ConfigOptions.key("afm.sink.transactional-id-prefix")
                    .stringType()
                    .defaultValue("attention-futures-market")
                    .withDescription(
                            "Prefix of the sinks' transactional ids: unique for each job on the"
                                    + " Kafka cluster, and the same after every restart.");

    public static final ConfigOption<Duration> TRANSACTION_TIMEOUT =
            ConfigOptions.key("afm.sink.transaction-timeout")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(15))
                    .withDescription(
                            "After this the broker drops what a checkpoint has not committed: above"
                                    + " the longest outage, at most the broker's"
                                    + " transaction.max.timeout.ms.");

    public static final ConfigOption<List<String>> AT_LEAST_ONCE_TOPICS =
            ConfigOptions.key("afm.sink.at-least-once-topics")
                    .stringType()
                    .asList()
                    .defaultValues()
                    .withDescription(
                            "Output topics that are written at once instead of with the next"
                                    + " checkpoint, and may repeat records after a failure;"
                                    + " semicolon-separated.");

    private MarketOptions() {}
}
