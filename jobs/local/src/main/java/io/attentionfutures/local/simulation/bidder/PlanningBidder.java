package io.attentionfutures.local.simulation.bidder;

import io.attentionfutures.local.simulation.ContractView;
import io.attentionfutures.local.simulation.Desk;
import io.attentionfutures.local.simulation.Forecast;
import io.attentionfutures.local.simulation.MarketView;
import io.attentionfutures.local.simulation.SimulatedExchange;
import io.attentionfutures.market.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plans each job anew before each call by {@link JobPlanner} over the forecast's price
 * distribution, and bids its reservation prices for as many hours as the job still needs.
 */
public final class PlanningBidder extends Bidder {
    private static final int LEVELS = 9;

    /** A limit that fills if anybody sells at all. */
    private static final double ANY_PRICE = SimulatedExchange.CAP_TICKS;

    private final PriceOutlook outlook = new PriceOutlook(LEVELS);
    private final Map<Job, Integer> started = new HashMap<>();

    public PlanningBidder(List<Job> jobs) {
        super(jobs);
    }

    @Override
    void bid(JobProgress job, MarketView market, Desk desk) {
        outlook.observe(market.forecast());
        if (job.job().interruptible()) {
            bidHours(job, market, desk);
        } else {
            bidBlock(job, market, desk);
        }
    }

    private void bidHours(JobProgress job, MarketView market, Desk desk) {
        List<ContractView> hours = usable(job, market);
        hours.removeIf(contract -> job.room(contract.hour()) == 0);
        long missing = job.missing();
        int needed = (int) ((missing + job.job().lots() - 1) / job.job().lots());
        JobPlanner planner = outlook.hours(market.forecast(), hours, needed, ANY_PRICE);
        List<Bid> bids = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            ContractView contract = hours.get(i);
            boolean lastChance = contract.callsToGate() == 1;
            double limit = lastChance ? planner.limit(i, needed) : planner.limitAhead(i, needed);
            bids.add(new Bid(contract, limit, limit - PriceOutlook.now(contract)));
        }
        bids.sort(Comparator.comparingDouble(Bid::gain).reversed());
        for (Bid bid : bids) {
            long lots = Math.min(missing, job.room(bid.contract().hour()));
            if (lots > 0 && bid.limit() >= 1) {
                job.ordered(
                        desk.once(bid.contract(), Side.BUY, lots, (long) Math.floor(bid.limit())));
            }
            missing -= lots;
        }
    }

    private void bidBlock(JobProgress job, MarketView market, Desk desk) {
        Integer start = started.get(job.job());
        if (start == null) {
            start = startNow(job.job(), market);
            if (start == null) {
                return;
            }
            started.put(job.job(), start);
        }
        for (int hour = start; hour < start + job.job().hours(); hour++) {
            ContractView contract = market.contract(hour);
            if (contract != null && job.room(hour) > 0) {
                job.ordered(desk.market(contract, Side.BUY, job.room(hour)));
            }
        }
    }

    /** Returns the start to take at today's prices, or null if waiting is worth more. */
    private Integer startNow(Job job, MarketView market) {
        Forecast forecast = market.forecast();
        int first = market.contracts().get(0).hour();
        int starts = job.lastHour() - job.hours() + 1 - Math.max(first, job.firstHour()) + 1;
        if (starts < 1) {
            return null;
        }
        first = Math.max(first, job.firstHour());
        JobPlanner planner =
                outlook.blocks(forecast, first, starts, job.hours(), ANY_PRICE * job.hours());
        boolean lastChance = market.contract(first).callsToGate() == 1;
        Integer best = null;
        double most = 0;
        for (int i = 0; i < starts; i++) {
            double now = 0;
            for (int hour = first + i; hour < first + i + job.hours(); hour++) {
                now += PriceOutlook.now(market.contract(hour));
            }
            double limit = i == 0 && lastChance ? planner.limit(0, 1) : planner.limitAhead(i, 1);
            if (limit - now >= most) {
                most = limit - now;
                best = first + i;
            }
        }
        return best;
    }

    private record Bid(ContractView contract, double limit, double gain) {}
}
