package io.attentionfutures.market.book;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Running sum of the hashes of the orders in a book, which anyone who knows the orders can
 * recompute.
 *
 * <p>Each resting order is written as
 *
 * <pre>
 * bytes  content (numbers big-endian)
 *     8  sequence: the how-manieth order, counted from 0, to get a place in this book; every
 *        new order and every replacement that loses its place counts
 *     1  side: 'B' or 'S'
 *     1  type: 'L' or 'M'
 *     1  time in force: 'G' for GTC, 'D' for GTD, 'I' for IOC
 *     8  limit in ticks, 0 for a market order
 *     8  lots that still rest
 *     4  length of the next field
 *     n  account, UTF-8
 *     m  client order id, UTF-8
 * </pre>
 *
 * and hashed with SHA-256; the hash of the book is the sum of these hashes, read as unsigned
 * big-endian numbers, modulo 2^256. The empty book hashes to zero.
 */
final class BookHash {
    private static final int FIXED_BYTES = 31;
    private static final int BATCH = 64;

    private final RestingOrder[] batch = new RestingOrder[BATCH];
    private final String[] ids = new String[BATCH];
    private final byte[][] idBytes = new byte[BATCH][];

    private final MessageDigest sha256 = newDigest();
    private final byte[] digest = new byte[32];
    private final ByteBuffer words = ByteBuffer.wrap(digest);
    private ByteBuffer buffer = ByteBuffer.allocate(128);

    private long sum0;
    private long sum1;
    private long sum2;
    private long sum3;

    /** Brings the sum up to date with orders that may have changed, come or gone. */
    void refresh(List<RestingOrder> orders) {
        for (int from = 0; from < orders.size(); from += BATCH) {
            int count = Math.min(BATCH, orders.size() - from);
            // Most lie in far memory: asked for one after another, all answer at the same time.
            for (int i = 0; i < count; i++) {
                RestingOrder order = orders.get(from + i);
                order.hashPending = false;
                batch[i] = order;
                ids[i] = order.clientOrderId;
            }
            for (int i = 0; i < count; i++) {
                idBytes[i] = ids[i].getBytes(StandardCharsets.UTF_8);
            }
            for (int i = 0; i < count; i++) {
                refresh(batch[i], idBytes[i]);
            }
        }
        Arrays.fill(batch, null);
        Arrays.fill(ids, null);
        Arrays.fill(idBytes, null);
    }

    private void refresh(RestingOrder order, byte[] id) {
        if (order.hashed) {
            subtract(order);
            order.hashed = false;
        }
        if (order.isResting()) {
            digest(order, id);
            order.hash0 = words.getLong(0);
            order.hash1 = words.getLong(8);
            order.hash2 = words.getLong(16);
            order.hash3 = words.getLong(24);
            order.hashed = true;
            add(order);
        }
    }

    String hex() {
        byte[] sum = new byte[32];
        ByteBuffer.wrap(sum).putLong(sum0).putLong(sum1).putLong(sum2).putLong(sum3);
        return HexFormat.of().formatHex(sum);
    }

    private void digest(RestingOrder order, byte[] id) {
        byte[] account = order.owner.accountBytes;
        int length = FIXED_BYTES + account.length + id.length;
        if (buffer.capacity() < length) {
            buffer = ByteBuffer.allocate(2 * length);
        }
        buffer.clear();
        buffer.putLong(order.sequence)
                .put((byte) (order.side == Side.BUY ? 'B' : 'S'))
                .put((byte) (order.type == OrderType.LIMIT ? 'L' : 'M'))
                .put(code(order.timeInForce))
                .putLong(order.limitTicks)
                .putLong(order.leavesLots)
                .putInt(account.length)
                .put(account)
                .put(id);
        sha256.update(buffer.array(), 0, length);
        try {
            sha256.digest(digest, 0, digest.length);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 needs 32 bytes", e);
        }
    }

    private void add(RestingOrder order) {
        long before = sum3;
        sum3 += order.hash3;
        long carry = Long.compareUnsigned(sum3, before) < 0 ? 1 : 0;
        before = sum2;
        sum2 += order.hash2 + carry;
        carry = carryOut(before, order.hash2, sum2);
        before = sum1;
        sum1 += order.hash1 + carry;
        carry = carryOut(before, order.hash1, sum1);
        sum0 += order.hash0 + carry;
    }

    private void subtract(RestingOrder order) {
        long before = sum3;
        sum3 -= order.hash3;
        long borrow = Long.compareUnsigned(before, order.hash3) < 0 ? 1 : 0;
        before = sum2;
        sum2 -= order.hash2 + borrow;
        borrow = borrowOut(before, order.hash2, sum2);
        before = sum1;
        sum1 -= order.hash1 + borrow;
        borrow = borrowOut(before, order.hash1, sum1);
        sum0 -= order.hash0 + borrow;
    }

    /** Carry out of the top bit of {@code a + b (+ 1) = sum}. */
    private static long carryOut(long a, long b, long sum) {
        return ((a & b) | ((a | b) & ~sum)) >>> 63;
    }

    /** Borrow into the top bit of {@code a - b (- 1) = difference}. */
    private static long borrowOut(long a, long b, long difference) {
        return ((~a & b) | ((~a | b) & difference)) >>> 63;
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte code(TimeInForce timeInForce) {
        switch (timeInForce) {
            case GTC:
                return 'G';
            case GTD:
                return 'D';
            case IOC:
                return 'I';
            case FOK:
                break; // lives outside of books
        }
        throw new IllegalArgumentException(timeInForce + " orders do not rest in a book");
    }
}
