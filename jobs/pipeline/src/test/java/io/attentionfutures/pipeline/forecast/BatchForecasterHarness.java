package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.pipeline.demand.Demand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** The forecaster without a model and without a cluster. */
final class BatchForecasterHarness implements AutoCloseable {
    static final long HOUR = 3_600_000;
    static final long LATENESS = 60_000;

    final KeyedOneInputStreamOperatorTestHarness<String, Demand, MarketForecast> flink;

    private BatchForecasterHarness(OperatorSubtaskState state) throws Exception {
        flink =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new BatchForecaster(""), Demand::market, Types.STRING);
        flink.setup(MarketForecastSerializer.TYPE.createSerializer(new SerializerConfigImpl()));
        if (state != null) {
            flink.initializeState(state);
        }
        flink.open();
    }

    static BatchForecasterHarness open() throws Exception {
        return new BatchForecasterHarness(null);
    }

    static BatchForecasterHarness restore(OperatorSubtaskState state) throws Exception {
        return new BatchForecasterHarness(state);
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
        flink.processElement(window, window.closedMillis());
    }

    /** Moves the clock to where the window with that number has just closed. */
    void passHour(long hour) throws Exception {
        flink.processWatermark((hour + 1) * HOUR + LATENESS);
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
