package io.attentionfutures.market.price;

import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.codec.WholeNumbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the delivery periods of one market were settled at and how much of capacity was in use in
 * them, and the {@link AutoregressivePrice} that follows for each period to come.
 *
 * <p>The series is the settlement price by delivery period, not the prices of a contract's calls:
 * these are the last price over again, which is a signal already, while from period to period
 * prices have a daily shape and follow demand. Only settlement prices that trades made count, lest
 * the price learns from what it said itself. A contract {@code lead} periods after the newest
 * settled one is priced by coefficients of that lead, for leads up to the listing horizon, a day,
 * and {@value #MOST_LEADS}. When a period's gate closes, demand is known of periods that ended
 * before; the newest is taken that is known at every gate closure, two periods back if the gate
 * closes less than one ahead of delivery.
 *
 * <p>Holds {@value #MOST_LEADS} regressions of 20 numbers at most, and two numbers for each period
 * of a day and {@value #MOST_LEADS} more: about 5 kB for a market of hours, 8 kB for one of half
 * hours, 30 kB for one of minutes.
 */
public final class PriceHistory {
    /** Contracts further ahead have no autoregressive price. */
    static final int MOST_LEADS = 48;

    private static final int VERSION = 1;
    private static final long DAY_MILLIS = 86_400_000;

    /** Demand beyond this multiple of capacity is a mistake in telemetry. */
    private static final double MOST_DEMAND = 2;

    private final long periodMillis;
    private final int day;
    private final PeriodSeries prices;
    private final PeriodSeries demand;
    private final List<AutoregressivePrice> leads = new ArrayList<>();
    private long settledMillis;

    /**
     * Starts without any history.
     *
     * @param periodMillis length of a delivery period
     */
    public PriceHistory(long periodMillis) {
        this.periodMillis = periodMillis;
        day = (int) Math.max(1, DAY_MILLIS / periodMillis);
        prices = new PeriodSeries(day + MOST_LEADS);
        demand = new PeriodSeries(day + MOST_LEADS);
    }

    /** Whether nothing is known. */
    public boolean isEmpty() {
        return prices.isEmpty() && demand.isEmpty();
    }

    /**
     * Learns what a period was settled at. Periods come in order; one that does not come after
     * those before is ignored.
     *
     * @param startMillis start of delivery
     * @param priceTicks settlement price, made by trades
     * @param timeMillis when the gate closed
     * @return whether it changed anything
     */
    public boolean settled(
            long startMillis,
            long priceTicks,
            long timeMillis,
            ContractSpecification specification) {
        long period = Math.floorDiv(startMillis, periodMillis);
        if (specification.autoregressiveAfterPeriods() == 0
                || (!prices.isEmpty() && period <= prices.newest())) {
            return false;
        }
        PriceRange range = PriceRange.of(specification);
        for (int lead = 1; lead <= reach(specification); lead++) {
            if (lead > leads.size()) {
                leads.add(new AutoregressivePrice());
            }
            AutoregressivePrice.Lags lags = lags(period, lead, specification);
            if (lags != null) {
                leads.get(lead - 1).settled(lags, priceTicks, range);
            }
        }
        prices.put(period, priceTicks);
        settledMillis = timeMillis;
        return true;
    }

    /**
     * Learns a period's demand. Only the first word about a period counts, and none that says
     * nothing: numbers that are not finite, no capacity.
     *
     * @param startMillis start of the period, which is over
     * @param used units in use
     * @param capacity units on offer
     * @return whether it changed anything
     */
    public boolean used(
            long startMillis, double used, double capacity, ContractSpecification specification) {
        double share = used / capacity;
        if (specification.autoregressiveAfterPeriods() == 0
                || Math.floorMod(startMillis, periodMillis) != 0
                || !(used >= 0 && capacity > 0 && Double.isFinite(share))) {
            return false;
        }
        return demand.put(startMillis / periodMillis, Math.min(share, MOST_DEMAND));
    }

    /**
     * Returns what the history says of a period to come, or null if that does not count: it is too
     * short, something is missing in it, it is switched off, or its newest price or demand is as
     * old as an auction price or forecast that no longer counts. The deviation is the error at the
     * period's lead, at least one price increment.
     */
    public PriceSignal signal(
            long startMillis, long timeMillis, ContractSpecification specification) {
        if (!isFresh(timeMillis, specification)) {
            return null;
        }
        long period = Math.floorDiv(startMillis, periodMillis);
        long lead = period - prices.newest();
        int least = specification.autoregressiveAfterPeriods();
        if (lead < 1 || lead > Math.min(reach(specification), leads.size()) || least == 0) {
            return null;
        }
        AutoregressivePrice price = leads.get((int) lead - 1);
        AutoregressivePrice.Lags lags = lags(period, (int) lead, specification);
        if (lags == null || price.measured() < least) {
            return null;
        }
        return new PriceSignal(
                price.ticks(lags, PriceRange.of(specification)),
                Math.max(price.deviationTicks(), specification.priceIncrementTicks()));
    }

    private boolean isFresh(long timeMillis, ContractSpecification specification) {
        return !prices.isEmpty()
                && !demand.isEmpty()
                && timeMillis - settledMillis <= specification.marketStaleMillis()
                && timeMillis - (demand.newest() + 1) * periodMillis
                        <= specification.forecastStaleMillis();
    }

    private int reach(ContractSpecification specification) {
        return Math.min(specification.listingHorizon(), Math.min(day, MOST_LEADS));
    }

    private AutoregressivePrice.Lags lags(
            long period, int lead, ContractSpecification specification) {
        long behind = 2 + specification.gateClosureMillis() / periodMillis;
        double last = prices.get(period - lead);
        double dayBefore = prices.get(period - day);
        double used = demand.get(period - lead - behind);
        return Double.isNaN(last + dayBefore + used)
                ? null
                : new AutoregressivePrice.Lags(last, dayBefore, used);
    }

    /** Writes the history behind its version. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(VERSION);
        WholeNumbers.write(out, settledMillis);
        prices.write(out);
        demand.write(out);
        WholeNumbers.write(out, leads.size());
        for (AutoregressivePrice lead : leads) {
            lead.write(out);
        }
    }

    /** Reads what {@link #write} wrote into a history that is empty. */
    public void readInto(DataInput in) throws IOException {
        WholeNumbers.readVersion(in, VERSION, "the price history of a market");
        settledMillis = WholeNumbers.read(in);
        prices.readInto(in);
        demand.readInto(in);
        for (long left = WholeNumbers.read(in); left > 0; left--) {
            leads.add(AutoregressivePrice.read(in));
        }
    }
}
