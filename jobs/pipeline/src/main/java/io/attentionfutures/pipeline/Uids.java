package io.attentionfutures.pipeline;

/**
 * The uid of every operator. A savepoint finds an operator's state by its uid, so these never
 * change.
 */
public final class Uids {
    public static final String HEARTBEAT_CLOCK = "heartbeat-clock";
    public static final String HEARTBEAT_PARTITIONS = "heartbeat-partitions";
    public static final String HEARTBEAT_SINK = "heartbeat-sink";
    public static final String TELEMETRY_SOURCE = "telemetry-source";
    public static final String TELEMETRY_DECODER = "telemetry-decoder";
    public static final String DEMAND_WINDOWS = "demand-windows";
    public static final String DEMAND_PUBLISHER = "demand-publisher";
    public static final String DEMAND_ROUTER = "demand-router";
    public static final String FORECASTER = "forecaster";
    public static final String FORECAST_PUBLISHER = "forecast-publisher";
    public static final String FORECAST_ROUTER = "forecast-router";
    public static final String ORDER_SOURCE = "order-source";
    public static final String ORDER_DECODER = "order-decoder";
    public static final String REFERENCE_DATA_SOURCE = "reference-data-source";
    public static final String REFERENCE_DATA_DECODER = "reference-data-decoder";
    public static final String MODEL_SOURCE = "model-source";
    public static final String MODEL_DECODER = "model-decoder";
    public static final String INSTRUCTION_SOURCE = "instruction-source";
    public static final String INSTRUCTION_DECODER = "instruction-decoder";
    public static final String CLEARING = "clearing";
    public static final String MARKET_SINK = "market-sink";
    public static final String FORECAST_SINK = "forecast-sink";
    public static final String DEAD_LETTER_SINK = "dead-letter-sink";
    public static final String AT_LEAST_ONCE_SINK = "at-least-once-sink";

    private Uids() {}

    /** Uid of the filter that lets a sink's exactly-once topics pass. */
    public static String exactlyOnceFilter(String sink) {
        return sink + "-exactly-once-topics";
    }

    /** Uid of the filter that lets the at-least-once topics pass. */
    public static String atLeastOnceFilter(String sink) {
        return sink + "-at-least-once-topics";
    }
}
