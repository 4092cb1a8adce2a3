package io.attentionfutures.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.TimeInForce;
import io.attentionfutures.schemas.UsageSample;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    private final RecordCodec<OrderCommand> orders = RecordCodec.of(OrderCommand.class);
    private final RecordCodec<UsageSample> samples = RecordCodec.of(UsageSample.class);

    @Test
    void whatIsWrittenIsRead() throws MalformedRecordException {
        OrderCommand order = order();
        assertThat(orders.decode(orders.encode(order))).isEqualTo(order);
    }

    @Test
    void everyTruncationIsNamed() {
        byte[] bytes = orders.encode(order());
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> orders.decode(cut))
                    .isInstanceOf(MalformedRecordException.class);
        }
    }

    @Test
    void trailingBytesAreNamed() {
        byte[] bytes = orders.encode(order());
        assertThatThrownBy(() -> orders.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("left after the end");
    }

    @Test
    void aRecordOfAnotherSchemaIsNamed() {
        byte[] bytes =
                samples.encode(new UsageSample("H100.EUW1", "a", Instant.EPOCH, 1.0, 2.0, ""));
        assertThatThrownBy(() -> orders.decode(bytes))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("no released version of OrderCommand");
    }

    @Test
    void aForgedLengthAllocatesNothingLarge() {
        byte[] header = Arrays.copyOf(orders.encode(order()), 10);
        byte[] forged = Arrays.copyOf(header, 16);
        // The zig-zag varint of 2^30: the length of the first string.
        byte[] length = {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x08};
        System.arraycopy(length, 0, forged, 10, length.length);
        assertThatThrownBy(() -> orders.decode(forged))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void randomDamageNeverThrowsAnythingElse() {
        Random random = new Random(7);
        byte[] bytes = orders.encode(order());
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = bytes.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(orders.decode(damaged)).isNotNull();
            } catch (MalformedRecordException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }
    }

    private static OrderCommand order() {
        return OrderCommand.newBuilder()
                .setAccount("team-a")
                .setClientOrderId("1")
                .setContract("H100.EUW1.1H.20261122T14Z")
                .setAction(OrderAction.NEW)
                .setSide(OrderSide.BUY)
                .setOrderType(OrderType.LIMIT)
                .setTimeInForce(TimeInForce.GTC)
                .setLots(10)
                .setLimitTicks(250)
                .build();
    }
}
