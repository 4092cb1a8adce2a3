package io.attentionfutures.local.simulation.experiment;

import io.attentionfutures.local.simulation.Participant;
import io.attentionfutures.local.simulation.SimulatedExchange;
import io.attentionfutures.local.simulation.Simulation;
import io.attentionfutures.local.simulation.bidder.Bidder;
import io.attentionfutures.local.simulation.bidder.Job;
import io.attentionfutures.local.simulation.bidder.JobProgress;
import io.attentionfutures.local.simulation.bidder.JobSource;
import io.attentionfutures.local.simulation.bidder.MarketOrderBidder;
import io.attentionfutures.local.simulation.bidder.PlanningBidder;
import io.attentionfutures.local.simulation.population.MarketPopulation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What flexible jobs cost when they are planned, beside two simple ways. Each seed is a world of
 * its own; each way buys for the same jobs in the same world, alone.
 */
public final class BidderExperiment {
    /** A way to buy. */
    enum Way {
        PLANNED("planned", PlanningBidder::new),
        IMMEDIATE("next hours at once", MarketOrderBidder::immediate),
        CHEAPEST("cheapest expected", MarketOrderBidder::cheapestExpected);

        final String title;
        private final Function<List<Job>, Bidder> bidder;

        Way(String title, Function<List<Job>, Bidder> bidder) {
            this.title = title;
            this.bidder = bidder;
        }
    }

    /** One way in one world. Lots that were not bought in time are charged at the price cap. */
    private record Outcome(
            double cost,
            double interruptibleCost,
            double consecutiveCost,
            int jobs,
            int complete,
            double costPerJob) {}

    private BidderExperiment() {}

    /** Returns how many weeks of market time a run simulates. */
    public static int weeks(int worlds, int weeks) {
        return worlds * weeks * Way.values().length;
    }

    /**
     * Runs all worlds.
     *
     * @param seed seed of the first world; the others follow
     */
    public static BidderReport run(long seed, int worlds, int weeks, Progress progress) {
        Way[] ways = Way.values();
        Outcome[][] outcomes = new Outcome[ways.length][worlds];
        IntStream.range(0, worlds * ways.length)
                .parallel()
                .forEach(
                        i -> {
                            Way way = ways[i % ways.length];
                            outcomes[i % ways.length][i / ways.length] =
                                    trade(way, seed + i / ways.length, weeks);
                            progress.done(weeks);
                        });
        List<BidderReport.Row> rows = new ArrayList<>();
        for (Way way : ways) {
            rows.add(row(way, outcomes[way.ordinal()], outcomes[Way.PLANNED.ordinal()]));
        }
        return new BidderReport(seed, worlds, weeks, rows);
    }

    private static BidderReport.Row row(Way way, Outcome[] own, Outcome[] planned) {
        int jobs = 0;
        int complete = 0;
        for (Outcome outcome : own) {
            jobs += outcome.jobs();
            complete += outcome.complete();
        }
        double[] cost = values(own, Outcome::cost);
        Estimate saved = Estimate.ofDifference(cost, values(planned, Outcome::cost));
        return new BidderReport.Row(
                way.title,
                Estimate.of(cost),
                Estimate.of(values(own, Outcome::interruptibleCost)),
                Estimate.of(values(own, Outcome::consecutiveCost)),
                Estimate.of(values(own, Outcome::costPerJob)),
                jobs,
                complete,
                saved,
                100 * saved.mean() / Estimate.of(cost).mean());
    }

    private static double[] values(Outcome[] outcomes, Function<Outcome, Double> value) {
        double[] values = new double[outcomes.length];
        for (int i = 0; i < outcomes.length; i++) {
            values[i] = value.apply(outcomes[i]);
        }
        return values;
    }

    private static Outcome trade(Way way, long seed, int weeks) {
        int hours = weeks * 7 * 24;
        Bidder bidder = way.bidder.apply(JobSource.jobs(seed, hours));
        List<Participant> participants =
                new ArrayList<>(MarketPopulation.of(seed, SimulatedExchange.CAPACITY_LOTS));
        participants.add(bidder);
        new Simulation(seed, participants).run(hours);
        List<JobProgress> jobs = bidder.jobs();
        double total = 0;
        int complete = 0;
        for (JobProgress job : jobs) {
            total += charged(job);
            complete += job.isComplete() ? 1 : 0;
        }
        return new Outcome(
                costPerLotHour(jobs, job -> true),
                costPerLotHour(jobs, Job::interruptible),
                costPerLotHour(jobs, job -> !job.interruptible()),
                jobs.size(),
                complete,
                total / jobs.size() * SimulatedExchange.TICK_VALUE);
    }

    private static double costPerLotHour(List<JobProgress> jobs, Predicate<Job> counted) {
        double cost = 0;
        double lotHours = 0;
        for (JobProgress job : jobs) {
            if (counted.test(job.job())) {
                cost += charged(job);
                lotHours += job.job().lotHours();
            }
        }
        return cost / lotHours;
    }

    private static long charged(JobProgress job) {
        return job.paidTicks() + job.missing() * SimulatedExchange.CAP_TICKS;
    }
}
