package io.attentionfutures.local.simulation.bidder;

import io.attentionfutures.local.simulation.ContractView;
import io.attentionfutures.local.simulation.Desk;
import io.attentionfutures.local.simulation.MarketView;
import io.attentionfutures.market.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The simple ways: chooses the job's hours when it arrives and buys them at market at once, either
 * the next hours or those that the forecast of that moment says are the cheapest.
 */
public final class MarketOrderBidder extends Bidder {
    private final boolean cheapest;
    private final Map<Job, List<Integer>> chosen = new HashMap<>();

    private MarketOrderBidder(List<Job> jobs, boolean cheapest) {
        super(jobs);
        this.cheapest = cheapest;
    }

    /** Buys the next hours. */
    public static MarketOrderBidder immediate(List<Job> jobs) {
        return new MarketOrderBidder(jobs, false);
    }

    /** Buys the hours of the lowest expected price. */
    public static MarketOrderBidder cheapestExpected(List<Job> jobs) {
        return new MarketOrderBidder(jobs, true);
    }

    @Override
    void bid(JobProgress job, MarketView market, Desk desk) {
        List<Integer> hours = chosen.computeIfAbsent(job.job(), any -> choose(job.job(), market));
        long missing = job.missing();
        for (int hour : hours) {
            ContractView contract = market.contract(hour);
            long lots = Math.min(missing, job.room(hour));
            if (contract != null && lots > 0) {
                job.ordered(desk.market(contract, Side.BUY, lots));
                missing -= lots;
            }
        }
        // What an hour of the choice could not give has to come from another.
        for (ContractView contract : usable(job, market)) {
            long lots = Math.min(missing, job.room(contract.hour()));
            if (job.job().interruptible() && lots > 0 && !hours.contains(contract.hour())) {
                job.ordered(desk.market(contract, Side.BUY, lots));
                missing -= lots;
            }
        }
    }

    private List<Integer> choose(Job job, MarketView market) {
        List<Integer> hours = new ArrayList<>();
        for (int hour = job.firstHour(); hour <= job.lastHour(); hour++) {
            hours.add(hour);
        }
        if (!cheapest) {
            return hours.subList(0, job.hours());
        }
        if (job.interruptible()) {
            hours.sort(Comparator.comparingDouble(market.forecast()::price));
            return hours.subList(0, job.hours());
        }
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int start = 0; start + job.hours() <= hours.size(); start++) {
            double cost = 0;
            for (int i = 0; i < job.hours(); i++) {
                cost += market.forecast().price(hours.get(start + i));
            }
            if (cost < least) {
                least = cost;
                best = start;
            }
        }
        return hours.subList(best, best + job.hours());
    }
}
