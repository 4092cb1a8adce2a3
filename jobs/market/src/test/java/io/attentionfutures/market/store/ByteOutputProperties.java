package io.attentionfutures.market.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ByteOutputProperties {
    @Property(tries = 200)
    void writesWhatTheJdkWrites(@ForAll long seed, @ForAll String text) throws IOException {
        ByteOutput out = new ByteOutput(1);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        write(out, new Random(seed), text);
        write(new DataOutputStream(expected), new Random(seed), text);
        assertThat(out.toByteArray()).isEqualTo(expected.toByteArray());
        assertThat(out.size()).isEqualTo(expected.size());
        out.clear();
        assertThat(out.toByteArray()).isEmpty();
    }

    private static void write(DataOutput out, Random random, String text) throws IOException {
        for (int i = 0; i < 40; i++) {
            long value = random.nextLong();
            switch (random.nextInt(14)) {
                case 0 -> out.write((int) value);
                case 1 -> out.write(new byte[] {1, 2, (byte) value});
                case 2 -> out.write(new byte[] {1, 2, (byte) value}, 1, 2);
                case 3 -> out.writeBoolean(value > 0);
                case 4 -> out.writeByte((int) value);
                case 5 -> out.writeShort((int) value);
                case 6 -> out.writeChar((int) value);
                case 7 -> out.writeInt((int) value);
                case 8 -> out.writeLong(value);
                case 9 -> out.writeFloat(Float.intBitsToFloat((int) value));
                case 10 -> out.writeDouble(Double.longBitsToDouble(value));
                case 11 -> out.writeBytes(text);
                case 12 -> out.writeChars(text);
                default -> out.writeUTF(text);
            }
        }
    }

    @Example
    void overwritesOnlyWhatIsThere() {
        ByteOutput out = new ByteOutput(2);
        out.writeInt(1);
        out.writeByte(2);
        out.setInt(0, -1);
        assertThat(out.toByteArray()).containsExactly(-1, -1, -1, -1, 2);
        assertThatThrownBy(() -> out.setInt(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> out.setInt(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
