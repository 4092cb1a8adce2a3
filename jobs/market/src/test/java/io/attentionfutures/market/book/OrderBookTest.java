package io.attentionfutures.market.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.store.ChunkStore;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderBookTest {
    private final OrderBook book = new OrderBook();
    private final ChunkStore chunks = new ChunkStore();

    @Test
    void addsUpLotsPerLevelBestFirst() {
        limit("a", "1", Side.BUY, 5, 100);
        limit("b", "1", Side.BUY, 7, 101);
        limit("c", "1", Side.BUY, 2, 100);
        limit("d", "1", Side.SELL, 4, 103);
        limit("e", "1", Side.SELL, 9, 102);
        market("f", "1", Side.BUY, 50);

        assertThat(depth(Side.BUY, 9)).containsExactly("101:7:1", "100:7:2");
        assertThat(depth(Side.SELL, 9)).containsExactly("102:9:1", "103:4:1");
        assertThat(depth(Side.BUY, 1)).containsExactly("101:7:1");
        assertThat(book.bestBidTicks()).isEqualTo(101);
        assertThat(book.bestAskTicks()).isEqualTo(102);
        assertThat(book.size()).isEqualTo(6);
    }

    @Test
    void forgetsLevelsThatAreEmpty() {
        RestingOrder order = limit("a", "1", Side.BUY, 5, 100);

        book.cancel(order);

        assertThat(order.isResting()).isFalse();
        assertThat(order.cancelledLots()).isEqualTo(5);
        assertThat(depth(Side.BUY, 9)).isEmpty();
        assertThat(book.bestBidTicks()).isEqualTo(-1);
        assertThat(book.find("a", "1")).isNull();
        assertThat(book.isUsed("a", "1")).isTrue();
        assertThatThrownBy(() -> limit("a", "1", Side.BUY, 1, 1))
                .hasMessageContaining("a already used id 1");
    }

    @Test
    void fillsInPartAndInFull() {
        RestingOrder order = limit("a", "1", Side.SELL, 5, 100);

        book.fill(order, 2);

        assertThat(order.leavesLots()).isEqualTo(3);
        assertThat(depth(Side.SELL, 9)).containsExactly("100:3:1");
        assertThatThrownBy(() -> book.fill(order, 4)).hasMessage("cannot fill 4 of 3 lots");

        book.fill(order, 3);

        assertThat(order.cumulativeLots()).isEqualTo(5);
        assertThat(order.isResting()).isFalse();
        assertThat(book.size()).isZero();
    }

    @Test
    void fewerLotsKeepThePlaceInTime() {
        RestingOrder first = limit("a", "1", Side.BUY, 5, 100);
        limit("b", "1", Side.BUY, 5, 100);

        RestingOrder replaced = book.replace(first, "2", 3, 100);

        assertThat(replaced.sequence()).isZero();
        assertThat(ids()).containsExactly("2", "1");
        assertThat(depth(Side.BUY, 9)).containsExactly("100:8:2");
        assertThat(book.find("a", "2")).isSameAs(replaced);
        assertThat(book.find("a", "1")).isNull();
    }

    @Test
    void moreLotsOrAnotherLimitGoToTheBack() {
        RestingOrder first = limit("a", "1", Side.BUY, 5, 100);
        limit("b", "b1", Side.BUY, 5, 100);
        book.fill(first, 1);

        RestingOrder larger = book.replace(first, "2", 6, 100);

        assertThat(larger.sequence()).isEqualTo(2);
        assertThat(larger.cumulativeLots()).isEqualTo(1);
        assertThat(larger.leavesLots()).isEqualTo(5);
        assertThat(ids()).containsExactly("b1", "2");

        RestingOrder moved = book.replace(larger, "3", 6, 99);

        assertThat(moved.sequence()).isEqualTo(3);
        assertThat(depth(Side.BUY, 9)).containsExactly("100:5:1", "99:5:1");
    }

    @Test
    void findsTheOwnOrderThatANewOneWouldMeet() {
        limit("a", "1", Side.SELL, 5, 105);
        limit("a", "2", Side.SELL, 5, 103);
        limit("b", "1", Side.SELL, 5, 100);

        assertThat(crossing("a", Side.BUY, OrderType.LIMIT, 102)).isNull();
        assertThat(crossing("a", Side.BUY, OrderType.LIMIT, 103)).isEqualTo("2");
        assertThat(crossing("a", Side.BUY, OrderType.MARKET, 0)).isEqualTo("2");
        assertThat(crossing("a", Side.SELL, OrderType.LIMIT, 1)).isNull();
        assertThat(crossing("nobody", Side.BUY, OrderType.MARKET, 0)).isNull();

        book.cancel(book.find("a", "2"));

        assertThat(crossing("a", Side.BUY, OrderType.LIMIT, 104)).isNull();
        assertThat(crossing("a", Side.BUY, OrderType.LIMIT, 105)).isEqualTo("1");

        market("a", "3", Side.SELL, 1);

        assertThat(crossing("a", Side.BUY, OrderType.LIMIT, 1)).isEqualTo("3");
    }

    @Test
    void listsImmediateOrdersUntilTheyLeave() {
        book.enter("a", "1", Side.BUY, OrderType.LIMIT, TimeInForce.IOC, 5, 100);
        RestingOrder second =
                book.enter("a", "2", Side.BUY, OrderType.MARKET, TimeInForce.IOC, 5, 0);
        limit("a", "3", Side.BUY, 5, 100);

        assertThat(book.immediateOrders())
                .extracting(RestingOrder::clientOrderId)
                .containsExactly("1", "2");

        book.cancel(second);

        assertThat(book.immediateOrders())
                .extracting(RestingOrder::clientOrderId)
                .containsExactly("1");
    }

    @Test
    void theHashIsTheSumOfTheOrdersHashes() throws Exception {
        assertThat(book.bookHash()).isEqualTo("0".repeat(64));

        RestingOrder kept = limit("anna", "o-1", Side.BUY, 5, 100);
        RestingOrder gone = limit("ben", "o-1", Side.SELL, 7, 105);
        market("cléo", "☃", Side.SELL, 3);
        book.bookHash();
        book.fill(kept, 2);
        book.cancel(gone);

        BigInteger sum =
                sha256("0 B L G 100 3", "anna", "o-1").add(sha256("2 S M G 0 3", "cléo", "☃"));
        String hex = String.format("%064x", sum.mod(BigInteger.TWO.pow(256)));
        assertThat(book.bookHash()).isEqualTo(hex);

        for (RestingOrder order : book.orders()) {
            book.cancel(order);
        }

        assertThat(book.bookHash()).isEqualTo("0".repeat(64));
    }

    /** Written after the description of the hash, not after its code. */
    private static BigInteger sha256(String fields, String account, String id) throws Exception {
        String[] f = fields.split(" ");
        byte[] owner = account.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(200);
        bytes.putLong(Long.parseLong(f[0]));
        bytes.put((f[1] + f[2] + f[3]).getBytes(StandardCharsets.US_ASCII));
        bytes.putLong(Long.parseLong(f[4])).putLong(Long.parseLong(f[5]));
        bytes.putInt(owner.length).put(owner).put(id.getBytes(StandardCharsets.UTF_8));
        bytes.flip();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(bytes);
        return new BigInteger(1, digest.digest());
    }

    @Test
    void namesEachChangedOrderOnceAndNoneThatCameAndWent() {
        RestingOrder kept = limit("a", "1", Side.BUY, 5, 100);
        RestingOrder gone = limit("a", "2", Side.BUY, 5, 100);
        book.fill(kept, 1);
        book.cancel(gone);

        assertThat(changed()).containsExactly("1 resting");
        assertThat(changed()).isEmpty();

        book.fill(kept, 4);

        assertThat(changed()).containsExactly("1 gone");
        assertThat(spent()).containsExactly("a/2", "a/1");
        assertThat(spent()).isEmpty();
    }

    private RestingOrder limit(String account, String id, Side side, long lots, long ticks) {
        return book.enter(account, id, side, OrderType.LIMIT, TimeInForce.GTC, lots, ticks);
    }

    private RestingOrder market(String account, String id, Side side, long lots) {
        return book.enter(account, id, side, OrderType.MARKET, TimeInForce.GTC, lots, 12345);
    }

    private String crossing(String account, Side side, OrderType type, long ticks) {
        RestingOrder own = book.ownCrossing(account, side, type, ticks);
        return own == null ? null : own.clientOrderId();
    }

    private List<String> ids() {
        return book.orders().stream().map(RestingOrder::clientOrderId).toList();
    }

    private List<String> depth(Side side, int count) {
        List<String> levels = new ArrayList<>();
        book.depth(side, count, (ticks, lots, n) -> levels.add(ticks + ":" + lots + ":" + n));
        return levels;
    }

    private List<String> changed() {
        List<String> orders = new ArrayList<>();
        book.storage()
                .changedOrders(
                        order -> {
                            if (order.isResting()) {
                                chunks.put(order, 0, out -> out.writeUTF(order.clientOrderId()));
                            } else {
                                chunks.free(order);
                            }
                            orders.add(
                                    order.clientOrderId()
                                            + (order.isResting() ? " resting" : " gone"));
                        });
        return orders;
    }

    private List<String> spent() {
        List<String> ids = new ArrayList<>();
        book.storage().spentIds((account, id) -> ids.add(account + "/" + id));
        return ids;
    }
}
