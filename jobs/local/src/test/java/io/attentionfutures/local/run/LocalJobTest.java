package io.attentionfutures.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.junit.jupiter.api.Test;

class LocalJobTest {
    @Test
    void flinkStaysOnTheLoopbackInterface() {
        Configuration config = new Configuration();
        LocalJob.stayOnLoopback(config);

        assertThat(config.get(RestOptions.BIND_ADDRESS)).isEqualTo("127.0.0.1");
        assertThat(config.get(JobManagerOptions.BIND_HOST)).isEqualTo("127.0.0.1");
        assertThat(config.get(TaskManagerOptions.BIND_HOST)).isEqualTo("127.0.0.1");
    }

    @Test
    void unlessItIsToldOtherwise() {
        Configuration config = Configuration.fromMap(Map.of("rest.bind-address", "0.0.0.0"));
        LocalJob.stayOnLoopback(config);

        assertThat(config.get(RestOptions.BIND_ADDRESS)).isEqualTo("0.0.0.0");
        assertThat(config.get(JobManagerOptions.BIND_HOST)).isEqualTo("127.0.0.1");
    }
}
