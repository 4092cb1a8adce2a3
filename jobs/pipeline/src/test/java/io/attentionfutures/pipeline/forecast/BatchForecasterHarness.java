package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.release.ModelRelease;
import io.attentionfutures.forecast.release.ModelTrial;
import io.attentionfutures.forecast.release.RetrainingRule;
import io.attentionfutures.pipeline.demand.Demand;
import io.attentionfutures.pipeline.publish.ModelRecords;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import io.attentionfutures.pipeline.testing.Published;
import io.attentionfutures.schemas.ModelDecision;
import io.attentionfutures.schemas.RetrainingRequest;
import io.attentionfutures.schemas.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** The forecaster without a model and without a cluster. */
final class BatchForecasterHarness implements AutoCloseable {
    static final long HOUR = 3_600_000;
    static final long LATENESS = 60_000;
    private static final int MAX_PARALLELISM = 720;

    final KeyedTwoInputStreamOperatorTestHarness<String, Demand, ModelRelease, MarketForecast>
            flink;

    private BatchForecasterHarness(
            String modelPath, int parallelism, int subtask, OperatorSubtaskState state)
            throws Exception {
        flink =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new BatchForecaster(settings(modelPath)),
                        Demand::market,
                        null,
                        Types.STRING,
                        MAX_PARALLELISM,
                        parallelism,
                        subtask);
        flink.getExecutionConfig().enableObjectReuse();
        flink.setup(MarketForecastSerializer.TYPE.createSerializer(new SerializerConfigImpl()));
        if (state != null) {
            flink.initializeState(state);
        }
        flink.open();
    }

    private static ForecastSettings settings(String modelPath) {
        return new ForecastSettings(
                modelPath, "onnx", new ModelTrial(24, 7, 0), new RetrainingRule(1.5, 1.2, 168));
    }

    static BatchForecasterHarness open() throws Exception {
        return open("");
    }

    static BatchForecasterHarness open(String modelPath) throws Exception {
        return new BatchForecasterHarness(modelPath, 1, 0, null);
    }

    static BatchForecasterHarness restore(OperatorSubtaskState state) throws Exception {
        return restore("", state);
    }

    static BatchForecasterHarness restore(String modelPath, OperatorSubtaskState state)
            throws Exception {
        return new BatchForecasterHarness(modelPath, 1, 0, state);
    }

    /** One of several subtasks, with its share of a snapshot if there is one. */
    static BatchForecasterHarness subtask(
            String modelPath, int parallelism, int subtask, OperatorSubtaskState state)
            throws Exception {
        return new BatchForecasterHarness(
                modelPath,
                parallelism,
                subtask,
                state == null
                        ? null
                        : AbstractStreamOperatorTestHarness.repartitionOperatorState(
                                state, MAX_PARALLELISM, 1, parallelism, subtask));
    }

    /** Whether a market belongs to one of several subtasks. */
    static boolean isOf(int subtask, int parallelism, String market) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                        market, MAX_PARALLELISM, parallelism)
                == subtask;
    }

    /** A window of a market's demand, one hour long, that begins in the hour with that number. */
    static Demand window(String market, long hour, double used) {
        return window(market, hour * HOUR, HOUR, used);
    }

    static Demand window(String market, long startMillis, long periodMillis, double used) {
        long end = startMillis + periodMillis;
        return new Demand(market, startMillis, end, end + LATENESS, used, 100, 1, 1, 1, Map.of());
    }

    void close(Demand window) throws Exception {
        flink.processElement1(new StreamRecord<>(window, window.closedMillis()));
    }

    /** Moves the clock to where the window with that number has just closed. */
    void passHour(long hour) throws Exception {
        passTime((hour + 1) * HOUR + LATENESS);
    }

    void passTime(long millis) throws Exception {
        flink.processBothWatermarks(new Watermark(millis));
    }

    void release(ModelRelease release) throws Exception {
        flink.processElement2(new StreamRecord<>(release, release.timeMillis()));
    }

    List<ModelDecision> decisions() {
        return records(Topic.MODEL_DECISIONS, ModelDecision.class);
    }

    List<RetrainingRequest> requests() {
        return records(Topic.RETRAINING, RetrainingRequest.class);
    }

    private <T extends SpecificRecordBase> List<T> records(Topic topic, Class<T> type) {
        Queue<StreamRecord<PublishedRecord>> said = flink.getSideOutput(ModelRecords.OUTPUT);
        return said == null
                ? List.of()
                : said.stream()
                        .map(StreamRecord::getValue)
                        .filter(record -> record.topic().equals(topic.topicName()))
                        .map(record -> Published.decode(record, type))
                        .toList();
    }

    List<MarketForecast> forecasts() {
        return flink.extractOutputValues();
    }

    /** Everything that left the operator, to the last byte, oldest first. */
    static List<String> bytes(List<MarketForecast> forecasts) {
        TypeSerializer<MarketForecast> serializer =
                MarketForecastSerializer.TYPE.createSerializer(new SerializerConfigImpl());
        List<String> bytes = new ArrayList<>();
        for (MarketForecast forecast : forecasts) {
            DataOutputSerializer out = new DataOutputSerializer(1024);
            try {
                serializer.serialize(forecast, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            bytes.add(HexFormat.of().formatHex(out.getCopyOfBuffer()));
        }
        return bytes;
    }

    /** What left the operator: {@code forecast MARKET} and {@code watermark TIME}. */
    List<String> steps() {
        return flink.getOutput().stream()
                .map(
                        element ->
                                element instanceof StreamRecord<?> record
                                        ? "forecast "
                                                + ((MarketForecast) record.getValue())
                                                        .forecast()
                                                        .market()
                                        : "watermark")
                .toList();
    }

    @Override
    public void close() throws Exception {
        flink.close();
    }
}
