package io.attentionfutures.pipeline.forecast;

import io.attentionfutures.forecast.DemandForecast;
import io.attentionfutures.forecast.online.ForecastAccuracy;
import io.attentionfutures.market.codec.WholeNumbers;
import io.attentionfutures.pipeline.serialization.RecordSerializer;
import io.attentionfutures.pipeline.serialization.RecordTypeInformation;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Serializes {@link MarketForecast}s where the forecaster's readers are not chained to it. */
public final class MarketForecastSerializer extends RecordSerializer<MarketForecast> {
    private static final long serialVersionUID = 1L;
    private static final MarketForecastSerializer INSTANCE = new MarketForecastSerializer();

    /** The type, for operators that produce it. */
    public static final TypeInformation<MarketForecast> TYPE =
            new RecordTypeInformation<>(MarketForecast.class, INSTANCE);

    @Override
    public void serialize(MarketForecast made, DataOutputView target) throws IOException {
        DemandForecast forecast = made.forecast();
        target.writeLong(made.forecastMillis());
        target.writeUTF(forecast.market());
        target.writeLong(forecast.dataAsOfMillis());
        target.writeLong(forecast.periodMillis());
        target.writeDouble(forecast.capacity());
        writeDoubles(forecast.mean(), target);
        writeDoubles(forecast.deviation(), target);
        writeDoubles(forecast.probabilities(), target);
        target.writeInt(forecast.quantiles().length);
        for (double[] quantiles : forecast.quantiles()) {
            writeDoubles(quantiles, target);
        }
        target.writeUTF(forecast.model());
        target.writeBoolean(forecast.fallback());
        target.writeUTF(forecast.reason());
        target.writeInt(made.weights().size());
        for (Map.Entry<String, Double> weight : made.weights().entrySet()) {
            target.writeUTF(weight.getKey());
            target.writeDouble(weight.getValue());
        }
        target.writeDouble(made.accuracy().error());
        target.writeDouble(made.accuracy().bestSimpleError());
        target.writeDouble(made.accuracy().drift());
    }

    @Override
    protected MarketForecast read(DataInputView source) throws IOException {
        return new MarketForecast(
                source.readLong(),
                new DemandForecast(
                        source.readUTF(),
                        source.readLong(),
                        source.readLong(),
                        source.readDouble(),
                        readDoubles(source),
                        readDoubles(source),
                        readDoubles(source),
                        readQuantiles(source),
                        source.readUTF(),
                        source.readBoolean(),
                        source.readUTF()),
                readWeights(source),
                new ForecastAccuracy(
                        source.readDouble(), source.readDouble(), source.readDouble()));
    }

    private static Map<String, Double> readWeights(DataInput source) throws IOException {
        Map<String, Double> weights = new TreeMap<>();
        for (int left = source.readInt(); left > 0; left--) {
            weights.put(source.readUTF(), source.readDouble());
        }
        return weights;
    }

    private static void writeDoubles(double[] values, DataOutput target) throws IOException {
        target.writeInt(values.length);
        for (double value : values) {
            target.writeDouble(value);
        }
    }

    private static double[] readDoubles(DataInput source) throws IOException {
        byte[] bytes = WholeNumbers.readBytes(source, (long) Double.BYTES * source.readInt());
        double[] values = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
        return values;
    }

    private static double[][] readQuantiles(DataInput source) throws IOException {
        List<double[]> quantiles = new ArrayList<>();
        for (int left = source.readInt(); left > 0; left--) {
            quantiles.add(readDoubles(source));
        }
        return quantiles.toArray(new double[0][]);
    }

    @Override
    public TypeSerializerSnapshot<MarketForecast> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Version of the serializer in a savepoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<MarketForecast> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
