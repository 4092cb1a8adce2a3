package io.attentionfutures.pipeline.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.forecast.telemetry.TenantUsage;
import io.attentionfutures.pipeline.testing.Serializers;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.api.Test;

class TenantUsageSerializerTest {
    private static final TenantUsage USAGE = new TenantUsage(Long.MAX_VALUE, 17, 1e12);

    @Test
    void everyFieldComesBack() throws Exception {
        assertThat(
                        Serializers.roundTrip(
                                Serializers.restored(TenantUsageSerializer.INSTANCE), USAGE))
                .isEqualTo(USAGE);
    }

    @Test
    void aLayoutOfALaterReleaseIsRefused() throws Exception {
        byte[] bytes = Serializers.bytes(TenantUsageSerializer.INSTANCE, USAGE);
        bytes[0]++;
        assertThatThrownBy(
                        () ->
                                TenantUsageSerializer.INSTANCE.deserialize(
                                        new DataInputDeserializer(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessage("tenant usage of unknown layout version 2");
    }
}
