package io.attentionfutures.local.simulation.bidder;

import io.attentionfutures.local.simulation.ContractView;
import io.attentionfutures.local.simulation.OwnOrder;
import java.util.ArrayList;
import java.util.List;

/** What a job has bought so far. Its orders live for one call each. */
public final class JobProgress {
    private final Job job;
    private final long[] bought;
    private final List<OwnOrder> ordered = new ArrayList<>();
    private long paidTicks;

    JobProgress(Job job) {
        this.job = job;
        this.bought = new long[job.lastHour() - job.firstHour() + 1];
    }

    /** Books what the last call filled. */
    void collect() {
        for (OwnOrder order : ordered) {
            bought[order.contract().hour() - job.firstHour()] += order.filledLots();
            paidTicks += order.paidTicks();
        }
        ordered.clear();
    }

    void ordered(OwnOrder order) {
        ordered.add(order);
    }

    public Job job() {
        return job;
    }

    /** Lots bought of a delivery hour. */
    public long bought(int hour) {
        return bought[hour - job.firstHour()];
    }

    /** Lots that an hour can still take. */
    long room(int hour) {
        return job.lots() - bought(hour);
    }

    /** Lots times hours still to buy. */
    public long missing() {
        long missing = job.lotHours();
        for (long lots : bought) {
            missing -= lots;
        }
        return missing;
    }

    /** Whether all that the job needs was bought. */
    public boolean isComplete() {
        return missing() == 0;
    }

    /** Price times lots paid so far. */
    public long paidTicks() {
        return paidTicks;
    }

    /** Whether a contract's hour is one that the job can use. */
    boolean canUse(ContractView contract) {
        return contract != null
                && contract.hour() >= job.firstHour()
                && contract.hour() <= job.lastHour();
    }
}
