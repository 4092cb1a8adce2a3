package io.attentionfutures.local.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.attentionfutures.market.clearing.ClearingHouse;
import io.attentionfutures.schemas.Statement;
import io.attentionfutures.schemas.StatementReason;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The money of one clearing segment at a moment at which all of its statements are up to date,
 * found from the statements alone. The segment's periodic statements are made for everybody whose
 * cash has changed, at once: up to the last of them, in the segment's sequence, each account's
 * latest statement tells what it has. Statements after that tell of single accounts, while the
 * other side of what was paid to them is not yet stated.
 */
final class CashCut {
    private final Map<String, NavigableMap<Long, BigInteger>> cash = new HashMap<>();
    private final NavigableMap<Long, BigInteger> transfers = new TreeMap<>();
    private BigInteger earlierTransfers = BigInteger.ZERO;
    private long cut = -1;
    private long cutMillis;

    /**
     * What a segment holds; money in minor units.
     *
     * @param asOf when; null if no periodic statement has been made
     * @param deposits transfers accepted until then, withdrawals taken off
     * @param participants cash of all participants
     * @param fees what the segment took
     * @param defaultFund what stands behind defaults
     * @param escrow what consumers paid for capacity that is not yet delivered
     * @param difference what is held less what was deposited: 0 if money is conserved
     */
    record Balance(
            @JsonProperty("as_of") String asOf,
            BigInteger deposits,
            BigInteger participants,
            BigInteger fees,
            @JsonProperty("default_fund") BigInteger defaultFund,
            BigInteger escrow,
            BigInteger difference) {}

    /** Takes note of a statement; statements of one account come in order. */
    void add(Statement statement) {
        long sequence = statement.getSequence();
        if (statement.getReason() == StatementReason.PERIODIC && sequence > cut) {
            cut = sequence;
            cutMillis = statement.getTime().toEpochMilli();
        }
        NavigableMap<Long, BigInteger> history =
                cash.computeIfAbsent(statement.getAccount(), account -> new TreeMap<>());
        history.put(sequence, statement.getCash().toBigIntegerExact());
        Long known = history.floorKey(cut);
        if (known != null) {
            history.headMap(known, false).clear();
        }
        if (statement.getReason() == StatementReason.TRANSFER) {
            transfers.put(sequence, statement.getAmount().toBigIntegerExact());
        }
        NavigableMap<Long, BigInteger> before = transfers.headMap(cut, true);
        earlierTransfers = earlierTransfers.add(sum(before));
        before.clear();
    }

    Balance balance() {
        BigInteger total = BigInteger.ZERO;
        for (String account : cash.keySet()) {
            total = total.add(at(account));
        }
        BigInteger house =
                at(ClearingHouse.FEES)
                        .add(at(ClearingHouse.DEFAULT_FUND))
                        .add(at(ClearingHouse.ESCROW));
        BigInteger deposits = earlierTransfers.add(sum(transfers.headMap(cut, true)));
        return new Balance(
                cut < 0 ? null : Instant.ofEpochMilli(cutMillis).toString(),
                deposits,
                total.subtract(house),
                at(ClearingHouse.FEES),
                at(ClearingHouse.DEFAULT_FUND),
                at(ClearingHouse.ESCROW),
                total.subtract(deposits));
    }

    private BigInteger at(String account) {
        NavigableMap<Long, BigInteger> history = cash.get(account);
        Map.Entry<Long, BigInteger> known = history == null ? null : history.floorEntry(cut);
        return known == null ? BigInteger.ZERO : known.getValue();
    }

    private static BigInteger sum(Map<Long, BigInteger> amounts) {
        return amounts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
