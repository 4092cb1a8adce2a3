package io.attentionfutures.pipeline.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.forecast.DemandSeries;
import io.attentionfutures.pipeline.testing.Serializers;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.api.Test;

class DemandSeriesSerializerTest {
    private static final DemandSeries SERIES =
            new DemandSeries(
                    "H100.EUW1", 3_600_000, 7_200_000, new double[] {1.5, Double.NaN, 0}, 80);

    @Test
    void everyFieldComesBack() throws Exception {
        DemandSeries back =
                Serializers.roundTrip(
                        Serializers.restored(DemandSeriesSerializer.INSTANCE), SERIES);
        assertThat(back.market()).isEqualTo("H100.EUW1");
        assertThat(back.periodMillis()).isEqualTo(3_600_000);
        assertThat(back.endMillis()).isEqualTo(7_200_000);
        assertThat(back.used()).containsExactly(1.5, Double.NaN, 0);
        assertThat(back.capacity()).isEqualTo(80);
    }

    @Test
    void aLayoutOfALaterReleaseIsRefused() throws Exception {
        byte[] bytes = Serializers.bytes(DemandSeriesSerializer.INSTANCE, SERIES);
        bytes[0]++;
        assertThatThrownBy(
                        () ->
                                DemandSeriesSerializer.INSTANCE.deserialize(
                                        new DataInputDeserializer(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessage("demand history of unknown layout version 2");
    }
}
