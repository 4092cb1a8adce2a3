package io.attentionfutures.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.schemas.AccountStatus;
import io.attentionfutures.schemas.PositionLine;
import io.attentionfutures.schemas.Statement;
import io.attentionfutures.schemas.StatementReason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private final RecordCodec<Statement> codec = RecordCodec.of(Statement.class);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "-1",
                "127",
                "-128",
                "128",
                "-9223372036854775809",
                "99999999999999999999999999999999999999",
                "-99999999999999999999999999999999999999"
            })
    void moneyBeyondALongIsKeptExactly(String amount) throws MalformedRecordException {
        Statement statement = statement(new BigInteger(amount));
        assertThat(codec.decode(codec.encode(statement))).isEqualTo(statement);
        assertThat(statement.toString()).contains("\"cash\": " + amount);
    }

    @Test
    void everyTruncationIsNamed() {
        byte[] bytes = codec.encode(statement(BigInteger.TEN.pow(30)));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> codec.decode(cut))
                    .isInstanceOf(MalformedRecordException.class);
        }
    }

    @Test
    void anAmountWithoutBytesIsNamed() {
        byte[] bytes = codec.encode(statement(BigInteger.ZERO));
        // The amount follows two names of a length byte and letters, time, sequence, two codes.
        int amount = 10 + 6 + 5 + 1 + 1 + 1 + 1;
        assertThat(bytes[amount]).isEqualTo((byte) 2);
        byte[] damaged = bytes.clone();
        damaged[amount] = 0;
        assertThatThrownBy(() -> codec.decode(damaged))
                .isInstanceOf(MalformedRecordException.class);
    }

    private static Statement statement(BigInteger amount) {
        return Statement.newBuilder()
                .setAccount("alice")
                .setSegment("EUW1")
                .setTime(Instant.EPOCH)
                .setSequence(7)
                .setReason(StatementReason.TRANSFER)
                .setStatus(AccountStatus.NORMAL)
                .setAmount(new BigDecimal(amount))
                .setCash(new BigDecimal(amount))
                .setReserved(BigDecimal.ZERO)
                .setMaintenance(BigDecimal.ONE)
                .setPositions(List.of(new PositionLine("H100.EUW1.1H.20261122T14Z", -5L, 250L)))
                .build();
    }
}
