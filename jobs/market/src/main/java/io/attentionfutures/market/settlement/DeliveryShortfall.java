package io.attentionfutures.market.settlement;

import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.auction.Rationing;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a provider owes that delivered less than it sold. Money in minor units.
 *
 * <p>The missing lots are cut from its consumers in proportion to what each was allocated. A cut
 * lot gives back the settlement price that was paid for it and, on top, what a replacement costs
 * more than that: together {@code max(settlement, index, replacement)}. The provider pays both, and
 * a penalty on the same amount to the default fund. All flows add up to 0, exactly.
 *
 * @param missingLots lots sold and not delivered
 * @param cuts consumers that lost lots, by name
 * @param accountFlows money that each account receives, negative if it pays; by account name
 * @param fundFlow money that the default fund receives: the penalty
 */
public record DeliveryShortfall(
        long missingLots,
        List<Cut> cuts,
        SortedMap<String, BigInteger> accountFlows,
        BigInteger fundFlow) {
    /** Parts in a whole, the unit of penalties. */
    public static final int BASIS_POINTS = 10_000;

    /** Part of a lot that a mean of measurements may lack by rounding alone. */
    private static final double ROUNDING = 1e-6;

    /**
     * A consumer's loss.
     *
     * @param lots lots that it was allocated and does not get
     * @param refund the settlement price of these lots
     * @param compensation what replacing them costs more than that, at least 0
     */
    public record Cut(String consumer, long lots, BigInteger refund, BigInteger compensation) {}

    /**
     * What a missing lot costs.
     *
     * @param settlementTicks the price that the consumers paid
     * @param indexTicks the hour's final index
     * @param replacementTicks price at which lots could be replaced, negative if unknown
     * @param penaltyBasisPoints penalty in hundredths of a per cent of the damage, at least 0
     * @param tickValue value of one tick for one lot, at least 1
     */
    public record Terms(
            long settlementTicks,
            long indexTicks,
            long replacementTicks,
            int penaltyBasisPoints,
            long tickValue) {
        public Terms {
            if (settlementTicks < 0 || indexTicks < 0) {
                throw new IllegalArgumentException(
                        "prices must not be negative, were "
                                + settlementTicks
                                + " and "
                                + indexTicks);
            }
            if (penaltyBasisPoints < 0 || tickValue < 1) {
                throw new IllegalArgumentException(
                        "penalty must not be negative and a tick worth something, were "
                                + penaltyBasisPoints
                                + " and "
                                + tickValue);
            }
        }

        long excessTicks() {
            return Math.max(0, Math.max(indexTicks, replacementTicks) - settlementTicks);
        }

        BigInteger money(long ticks, long lots) {
            return BigInteger.valueOf(ticks)
                    .multiply(BigInteger.valueOf(lots))
                    .multiply(BigInteger.valueOf(tickValue));
        }

        /** Half a minor unit is rounded up. */
        BigInteger penalty(BigInteger damage) {
            return damage.multiply(BigInteger.valueOf(penaltyBasisPoints))
                    .add(BigInteger.valueOf(BASIS_POINTS / 2))
                    .divide(BigInteger.valueOf(BASIS_POINTS));
        }
    }

    public DeliveryShortfall {
        cuts = List.copyOf(cuts);
        accountFlows = Collections.unmodifiableSortedMap(new TreeMap<>(accountFlows));
    }

    /**
     * Returns the lots that a measurement amounts to, part of a lot not counted.
     *
     * @param measuredUnits units that were available for the whole period, at least 0
     * @param lotSize units in one lot, at least 1
     */
    public static long deliveredLots(double measuredUnits, long lotSize) {
        if (!(measuredUnits >= 0) || lotSize < 1) {
            throw new IllegalArgumentException(
                    "need units and a lot size, were " + measuredUnits + " and " + lotSize);
        }
        return (long) (measuredUnits / lotSize + ROUNDING);
    }

    /**
     * Settles one provider's delivery of one contract. The order of its allocations does not
     * matter.
     *
     * @param sold the provider's allocations, at most one per consumer
     * @param deliveredLots lots that it delivered, at least 0; more than it sold earns nothing
     * @throws IllegalArgumentException if the allocations name two providers or a consumer twice
     */
    public static DeliveryShortfall of(
            Collection<Allocation> sold, long deliveredLots, Terms terms) {
        if (deliveredLots < 0) {
            throw new IllegalArgumentException(
                    "delivered lots must not be negative, was " + deliveredLots);
        }
        List<Allocation> byConsumer = ofOneProvider(sold);
        long[] lots = byConsumer.stream().mapToLong(Allocation::lots).toArray();
        long soldLots = 0;
        for (long each : lots) {
            soldLots = Math.addExact(soldLots, each);
        }
        long missing = Math.max(0, soldLots - deliveredLots);
        if (missing == 0) {
            return new DeliveryShortfall(0, List.of(), new TreeMap<>(), BigInteger.ZERO);
        }
        int[] weights = new int[lots.length];
        Arrays.fill(weights, 1);
        long[] cutLots = Rationing.share(AllocationProfile.PRO_RATA, missing, lots, weights);
        List<Cut> cuts = new ArrayList<>();
        TreeMap<String, BigInteger> flows = new TreeMap<>();
        BigInteger damage = BigInteger.ZERO;
        for (int i = 0; i < cutLots.length; i++) {
            if (cutLots[i] > 0) {
                Cut cut = cut(byConsumer.get(i).consumer(), cutLots[i], terms);
                cuts.add(cut);
                BigInteger received = cut.refund.add(cut.compensation);
                flows.put(cut.consumer, received);
                damage = damage.add(received);
            }
        }
        BigInteger penalty = terms.penalty(damage);
        flows.merge(byConsumer.get(0).provider(), damage.add(penalty).negate(), BigInteger::add);
        return new DeliveryShortfall(missing, cuts, flows, penalty);
    }

    private static Cut cut(String consumer, long lots, Terms terms) {
        return new Cut(
                consumer,
                lots,
                terms.money(terms.settlementTicks(), lots),
                terms.money(terms.excessTicks(), lots));
    }

    private static List<Allocation> ofOneProvider(Collection<Allocation> sold) {
        TreeMap<String, Allocation> byConsumer = new TreeMap<>();
        String provider = null;
        for (Allocation allocation : sold) {
            if (provider != null && !provider.equals(allocation.provider())) {
                throw new IllegalArgumentException(
                        "two providers: " + provider + " and " + allocation.provider());
            }
            provider = allocation.provider();
            if (byConsumer.put(allocation.consumer(), allocation) != null) {
                throw new IllegalArgumentException(
                        "consumer " + allocation.consumer() + " has two allocations");
            }
        }
        return List.copyOf(byConsumer.values());
    }
}
