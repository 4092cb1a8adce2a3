package io.attentionfutures.pipeline.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
    private static final byte[] VALUE = {1, 2};

    private static ConsumerRecord<byte[], byte[]> read(byte[] key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                "afm.orders",
                3,
                17,
                1234,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
    }

    private static LoggedRecord logged(byte[] key, byte[] value, Headers headers) {
        List<LoggedRecord> records = new ArrayList<>();
        new LoggedRecordDeserializer()
                .deserialize(read(key, value, headers), new ListCollector<>(records));
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    @Test
    void aHeartbeatIsKnownWhenItIsReadBack() {
        ProducerRecord<byte[], byte[]> heartbeat = Heartbeat.record("afm.orders", 3, 1234L);
        assertThat(heartbeat.topic()).isEqualTo("afm.orders");
        assertThat(heartbeat.partition()).isEqualTo(3);
        assertThat(heartbeat.timestamp()).isEqualTo(1234);
        LoggedRecord record = logged(heartbeat.key(), heartbeat.value(), heartbeat.headers());
        assertThat(record.heartbeat()).isTrue();
        assertThat(record.timestampMillis()).isEqualTo(1234);
    }

    @Test
    void partitionsBeatWithKeysOfTheirOwnSoThatCompactionKeepsOneOfEach() {
        assertThat(Heartbeat.record("afm.accounts", 0, null).key())
                .isNotEqualTo(Heartbeat.record("afm.accounts", 1, null).key());
        assertThat(Heartbeat.record("afm.accounts", 0, null).timestamp()).isNull();
    }

    @Test
    void aRecordWithAValueIsNoHeartbeatWhateverItsHeaders() {
        Headers headers = Heartbeat.record("afm.orders", 3, 1L).headers();
        assertThat(logged(null, VALUE, headers).heartbeat()).isFalse();
    }

    @Test
    void aTombstoneIsNoHeartbeat() {
        assertThat(logged(VALUE, null, new RecordHeaders()).heartbeat()).isFalse();
    }

    @Test
    void aRecordIsTakenAsItStandsInItsLog() {
        LoggedRecord record = logged(new byte[] {9}, VALUE, new RecordHeaders());
        assertThat(record)
                .usingRecursiveComparison()
                .isEqualTo(
                        new LoggedRecord("afm.orders", 3, 17, 1234, new byte[] {9}, VALUE, false));
    }
}
