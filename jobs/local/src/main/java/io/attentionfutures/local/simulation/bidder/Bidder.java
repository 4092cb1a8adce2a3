package io.attentionfutures.local.simulation.bidder;

import io.attentionfutures.local.simulation.ContractView;
import io.attentionfutures.local.simulation.Desk;
import io.attentionfutures.local.simulation.MarketView;
import io.attentionfutures.local.simulation.Participant;
import io.attentionfutures.market.Role;
import java.util.ArrayList;
import java.util.List;

/** A consumer that buys for jobs as they arrive. */
public abstract class Bidder implements Participant {
    private final List<JobProgress> jobs = new ArrayList<>();
    private final List<JobProgress> open = new ArrayList<>();
    private int arrived;

    /**
     * Knows the jobs that will arrive.
     *
     * @param jobs by arrival
     */
    Bidder(List<Job> jobs) {
        jobs.forEach(job -> this.jobs.add(new JobProgress(job)));
    }

    @Override
    public final String name() {
        return "bidder";
    }

    @Override
    public final Role role() {
        return Role.CONSUMER;
    }

    @Override
    public final void act(MarketView market, Desk desk) {
        while (arrived < jobs.size()
                && jobs.get(arrived).job().arrivalHour() <= market.forecast().madeAtHour()) {
            open.add(jobs.get(arrived++));
        }
        open.forEach(JobProgress::collect);
        open.removeIf(job -> job.isComplete() || market.contract(job.job().lastHour()) == null);
        for (JobProgress job : open) {
            bid(job, market, desk);
        }
    }

    /** Enters the job's orders for the next call. */
    abstract void bid(JobProgress job, MarketView market, Desk desk);

    /** Returns what became of all jobs; call it after the last call. */
    public List<JobProgress> jobs() {
        jobs.forEach(JobProgress::collect);
        return List.copyOf(jobs);
    }

    /** Returns the contracts that the job can still use, next delivery first. */
    static List<ContractView> usable(JobProgress job, MarketView market) {
        List<ContractView> usable = new ArrayList<>();
        for (ContractView contract : market.contracts()) {
            if (job.canUse(contract)) {
                usable.add(contract);
            }
        }
        return usable;
    }
}
