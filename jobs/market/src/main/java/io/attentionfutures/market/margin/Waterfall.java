package io.attentionfutures.market.margin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who pays what a defaulting account cannot, after its own margin is gone: first the default fund,
 * then the other accounts in proportion to their cash. {@code fundTaken}, the haircuts and {@code
 * uncovered} sum to the shortfall exactly. All amounts are minor units of money.
 *
 * @param fundTaken what the default fund pays
 * @param haircuts what each account pays, by name; accounts that pay nothing are left out
 * @param uncovered what nobody is left to pay; positive only if all the others' cash is taken
 */
public record Waterfall(
        BigInteger fundTaken, SortedMap<String, BigInteger> haircuts, BigInteger uncovered) {
    public Waterfall {
        haircuts = Collections.unmodifiableSortedMap(new TreeMap<>(haircuts));
    }

    /**
     * Covers a shortfall. Haircuts are shared by largest remainder, ties by name: each account pays
     * its exact proportional share, rounded to one of the two whole numbers around it.
     *
     * @param shortfall what is missing, not negative
     * @param fund what is in the default fund, not negative
     * @param cash cash of the other accounts by name, without the defaulting one; those without
     *     positive cash pay nothing
     */
    public static Waterfall cover(
            BigInteger shortfall, BigInteger fund, Map<String, BigInteger> cash) {
        if (shortfall.signum() < 0 || fund.signum() < 0) {
            throw new IllegalArgumentException(
                    "shortfall and fund must not be negative, were " + shortfall + " and " + fund);
        }
        BigInteger fundTaken = shortfall.min(fund);
        SortedMap<String, BigInteger> payers = new TreeMap<>(cash);
        payers.values().removeIf(own -> own.signum() <= 0);
        BigInteger total = payers.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger left = shortfall.subtract(fundTaken);
        BigInteger cut = left.min(total);
        return new Waterfall(fundTaken, share(cut, total, payers), left.subtract(cut));
    }

    private static SortedMap<String, BigInteger> share(
            BigInteger cut, BigInteger total, SortedMap<String, BigInteger> payers) {
        SortedMap<String, BigInteger> shares = new TreeMap<>();
        if (cut.signum() == 0) {
            return shares;
        }
        Map<String, BigInteger> remainders = new TreeMap<>();
        BigInteger left = cut;
        for (Map.Entry<String, BigInteger> payer : payers.entrySet()) {
            BigInteger[] part = payer.getValue().multiply(cut).divideAndRemainder(total);
            shares.put(payer.getKey(), part[0]);
            remainders.put(payer.getKey(), part[1]);
            left = left.subtract(part[0]);
        }
        List<String> byRemainder = new ArrayList<>(shares.keySet());
        byRemainder.sort(Comparator.comparing(remainders::get).reversed());
        // Fewer units are left than shares were rounded down, so nobody pays more than is there.
        for (String name : byRemainder.subList(0, left.intValueExact())) {
            shares.merge(name, BigInteger.ONE, BigInteger::add);
        }
        shares.values().removeIf(share -> share.signum() == 0);
        return shares;
    }
}
