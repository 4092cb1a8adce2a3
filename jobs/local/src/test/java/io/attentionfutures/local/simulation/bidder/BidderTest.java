package io.attentionfutures.local.simulation.bidder;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.local.simulation.Participant;
import io.attentionfutures.local.simulation.SimulatedExchange;
import io.attentionfutures.local.simulation.Simulation;
import io.attentionfutures.local.simulation.population.MarketPopulation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BidderTest {
    private static final int HOURS = 4 * 24;

    @Test
    void plannedJobsEndInTimeWithNoLotTooMany() {
        List<JobProgress> jobs = trade(PlanningBidder::new);

        assertThat(jobs).hasSizeGreaterThan(10).allMatch(JobProgress::isComplete);
        for (JobProgress job : jobs) {
            for (int hour = job.job().firstHour(); hour <= job.job().lastHour(); hour++) {
                assertThat(job.bought(hour)).isBetween(0L, job.job().lots());
            }
        }
    }

    @Test
    void aJobThatMayNotBeInterruptedRunsThroughItsHours() {
        for (JobProgress job : trade(PlanningBidder::new)) {
            if (!job.job().interruptible()) {
                List<Integer> used = used(job);
                assertThat(used).hasSize(job.job().hours());
                assertThat(used.get(used.size() - 1) - used.get(0))
                        .isEqualTo(job.job().hours() - 1);
            }
        }
    }

    @Test
    void theImmediateWayTakesTheNextHours() {
        for (JobProgress job : trade(MarketOrderBidder::immediate)) {
            assertThat(used(job).get(0)).isEqualTo(job.job().firstHour());
        }
    }

    @Test
    void jobsDependOnTheSeedAlone() {
        assertThat(JobSource.jobs(4, HOURS)).isEqualTo(JobSource.jobs(4, HOURS));
        assertThat(JobSource.jobs(4, HOURS)).isNotEqualTo(JobSource.jobs(5, HOURS));
    }

    private static List<Integer> used(JobProgress job) {
        List<Integer> used = new ArrayList<>();
        for (int hour = job.job().firstHour(); hour <= job.job().lastHour(); hour++) {
            if (job.bought(hour) > 0) {
                used.add(hour);
            }
        }
        return used;
    }

    private static List<JobProgress> trade(Function<List<Job>, Bidder> way) {
        Bidder bidder = way.apply(JobSource.jobs(21, HOURS));
        List<Participant> all =
                new ArrayList<>(MarketPopulation.of(21, SimulatedExchange.CAPACITY_LOTS));
        all.add(bidder);
        new Simulation(21, all).run(HOURS);
        return bidder.jobs();
    }
}
