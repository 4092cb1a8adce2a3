package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.codec.WholeNumbers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths that are damaged cost neither memory nor another exception than the documented one. */
class DamagedValueTest {
    private static DataInputStream number(long value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WholeNumbers.write(new DataOutputStream(bytes), value);
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, Integer.MAX_VALUE, Long.MAX_VALUE})
    void aLengthThatNoArrayHasIsDamaged(long length) {
        DataInputStream nothing = new DataInputStream(new ByteArrayInputStream(new byte[0]));

        assertThatThrownBy(() -> WholeNumbers.readBytes(nothing, length))
                .isInstanceOf(IOException.class)
                .hasMessage("a length of " + length + " bytes is damaged");
    }

    @Test
    void aLengthBeyondTheEndTakesNoMemory() {
        DataInputStream few = new DataInputStream(new ByteArrayInputStream(new byte[10]));

        assertThatThrownBy(() -> WholeNumbers.readBytes(few, Integer.MAX_VALUE - 8))
                .isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 4097, 100_000})
    void bytesComeBack(int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31);
        }

        assertThat(
                        WholeNumbers.readBytes(
                                new DataInputStream(new ByteArrayInputStream(bytes)), length))
                .isEqualTo(bytes);
    }

    @Test
    void aTextOrListOfADamagedLengthIsDamaged() {
        assertThatThrownBy(() -> Binary.readText(number(Long.MAX_VALUE)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Binary.readText(number(Integer.MAX_VALUE)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Binary.readDoubles(number(-1))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Binary.readDoubles(number(Integer.MAX_VALUE)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aLargeNumberWithoutDigitsIsDamaged() throws IOException {
        assertThatThrownBy(() -> WholeNumbers.readLarge(number(0)))
                .isInstanceOf(IOException.class)
                .hasMessage("a large number has no digits");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BigInteger large = BigInteger.TWO.pow(200).negate();
        WholeNumbers.writeLarge(new DataOutputStream(bytes), large);
        assertThat(
                        WholeNumbers.readLarge(
                                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(large);
    }
}
