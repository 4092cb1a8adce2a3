package io.attentionfutures.market.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class ByteInputProperties {
    /** Whatever the bytes, both read the same values and end at the same place. */
    @Property(tries = 500)
    void readsWhatTheJdkReads(@ForAll long seed, @ForAll @Size(max = 200) byte[] bytes) {
        DataInput expected = new DataInputStream(new ByteArrayInputStream(bytes));
        byte[] around = new byte[bytes.length + 7];
        System.arraycopy(bytes, 0, around, 3, bytes.length);
        assertThat(read(new ByteInput(around, 3, bytes.length), new Random(seed)))
                .isEqualTo(read(expected, new Random(seed)));
    }

    private static List<Object> read(DataInput in, Random random) {
        List<Object> read = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                read.add(value(in, random));
            }
        } catch (IOException e) {
            read.add(e.getClass());
        }
        return read;
    }

    private static Object value(DataInput in, Random random) throws IOException {
        switch (random.nextInt(13)) {
            case 0:
                return in.readBoolean();
            case 1:
                return in.readByte();
            case 2:
                return in.readUnsignedByte();
            case 3:
                return in.readShort();
            case 4:
                return in.readUnsignedShort();
            case 5:
                return in.readChar();
            case 6:
                return in.readInt();
            case 7:
                return in.readLong();
            case 8:
                return Float.floatToRawIntBits(in.readFloat());
            case 9:
                return Double.doubleToRawLongBits(in.readDouble());
            case 10:
                return in.skipBytes(random.nextInt(6) - 1);
            case 11:
                byte[] into = new byte[random.nextInt(5)];
                in.readFully(into);
                return Arrays.toString(into);
            default:
                return in.readUTF();
        }
    }

    @Example
    void endsWithItsRange() throws IOException {
        ByteInput in = new ByteInput(new byte[] {9, 1, 2, 9}, 1, 2);
        assertThat(in.remaining()).isEqualTo(2);
        assertThat(in.readShort()).isEqualTo((short) 0x102);
        assertThatThrownBy(in::readByte)
                .isInstanceOf(EOFException.class)
                .hasMessage("1 bytes are read where 0 are left");
        assertThatThrownBy(() -> new ByteInput(new byte[2], 1, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
