package io.attentionfutures.market.clearing;

import java.util.Random;

/**
 * Takes its decisions from given bytes, few for each, so that a change to one byte changes one
 * decision. Draws zeros after the last.
 */
final class DrawnBytes extends Random {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;
    private int next;

    DrawnBytes(byte[] bytes) {
        super(0);
        this.bytes = bytes.clone();
    }

    boolean isSpent() {
        return next >= bytes.length;
    }

    private int draw(int count) {
        int drawn = 0;
        for (int i = 0; i < count; i++) {
            drawn = drawn << Byte.SIZE | (isSpent() ? 0 : bytes[next] & 0xFF);
            next++;
        }
        return drawn;
    }

    @Override
    protected int next(int bits) {
        return draw((bits + Byte.SIZE - 1) / Byte.SIZE) >>> (Byte.SIZE - bits % Byte.SIZE) % 8;
    }

    @Override
    public boolean nextBoolean() {
        return (draw(1) & 1) == 1;
    }

    @Override
    public int nextInt(int bound) {
        return Integer.remainderUnsigned(
                draw(bound <= 1 << 8 ? 1 : bound <= 1 << 16 ? 2 : 4), bound);
    }
}
