package io.attentionfutures.local.replay;

import io.attentionfutures.forecast.telemetry.TelemetrySample;
import io.attentionfutures.local.agents.TimedCommand;
import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.UsageSample;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/**
 * Plays a plan into the input topics: telemetry, commands and heartbeats in the order of time, each
 * record with the time of the trace.
 */
public final class Replayer implements Runnable {
    /** Where the replayer keeps its place. */
    public static final String PROGRESS_TOPIC = "afm.replay";

    private static final long IDLE_BEAT_MILLIS = 200;
    private static final int MOST_RECORDS_IN_TRANSACTION = 20_000;
    private static final long MOST_TIME_IN_TRANSACTION = 6 * 3_600_000L;

    private final String bootstrapServers;
    private final MarketPlan plan;
    private final long endMillis;
    private final Pace pace;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile long clockMillis;
    private volatile long records;
    private long recordsBefore;
    private volatile Map<TopicPartition, Long> lastHeartbeats = Map.of();

    /**
     * Prepares a replay.
     *
     * @param endMillis when the market's clock stops
     */
    public Replayer(String bootstrapServers, MarketPlan plan, long endMillis, Pace pace) {
        this.bootstrapServers = bootstrapServers;
        this.plan = plan;
        this.endMillis = endMillis;
        this.pace = pace;
        this.clockMillis = plan.startMillis();
    }

    /** Plays to the end, or until the thread is interrupted. */
    @Override
    public void run() {
        OptionalLong progress = ReplayLog.progress(bootstrapServers);
        try (ReplayLog log = new ReplayLog(bootstrapServers)) {
            play(log, progress);
            lastHeartbeats = log.lastHeartbeats();
            keepBeating(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void play(ReplayLog log, OptionalLong progress) throws InterruptedException {
        TelemetryFlow telemetry = new TelemetryFlow(plan.trace());
        CommandFlow commands = new CommandFlow(plan);
        long start = plan.startMillis();
        if (progress.isPresent()) {
            recordsBefore = plan.specifications().size() + plan.accounts().size();
            telemetry.until(progress.getAsLong(), row -> recordsBefore++);
            commands.until(progress.getAsLong(), command -> recordsBefore++);
        } else {
            writeReferenceData(log, start);
            log.heartbeat(start);
            log.commit(start);
        }
        long clock = progress.orElse(start);
        long committed = clock;
        long committedRecords = 0;
        while (clock < endMillis) {
            clock = Math.min(endMillis, clock + pace.beatMillis(clock));
            pace.await(clock);
            telemetry.until(clock, row -> write(log, row));
            commands.until(clock, command -> write(log, command));
            log.heartbeat(clock);
            records = log.records();
            if (!pace.hurries()
                    || pace.live(clock)
                    || clock - committed >= MOST_TIME_IN_TRANSACTION
                    || records - committedRecords >= MOST_RECORDS_IN_TRANSACTION
                    || clock >= endMillis) {
                log.commit(clock);
                clockMillis = clock;
                committed = clock;
                committedRecords = records;
            }
        }
        if (progress.isPresent() && progress.getAsLong() >= endMillis) {
            log.heartbeat(endMillis);
            log.commit(endMillis);
        }
        clockMillis = endMillis;
        records = log.records();
    }

    /**
     * Repeats the last heartbeat: readers report their progress only when something arrives. The
     * time that it tells is known already, so it changes nothing.
     */
    private void keepBeating(ReplayLog log) throws InterruptedException {
        while (!stopped.await(IDLE_BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
            log.heartbeat(endMillis);
            log.commit(endMillis);
        }
    }

    /** Ends the heartbeats that go on after the end. */
    public void stop() {
        stopped.countDown();
    }

    /** Whether everything is in the topics. */
    public boolean finished() {
        return !lastHeartbeats.isEmpty();
    }

    private void writeReferenceData(ReplayLog log, long timeMillis) {
        for (ContractSpecification specification : plan.specifications()) {
            log.write(Topic.CONTRACTS, timeMillis, specification.getMarket(), specification);
        }
        for (Account account : plan.accounts()) {
            log.write(Topic.ACCOUNTS, timeMillis, account.getAccount(), account);
        }
    }

    private void write(ReplayLog log, TelemetrySample row) {
        log.write(
                Topic.TELEMETRY,
                plan.trace().knownAtMillis(row),
                row.resource(),
                new UsageSample(
                        row.resource(),
                        row.tenant(),
                        Instant.ofEpochMilli(row.timeMillis()),
                        row.used(),
                        row.capacity()));
    }

    private static void write(ReplayLog log, TimedCommand timed) {
        OrderCommand command = timed.command();
        log.write(Topic.ORDERS, timed.timeMillis(), command.getAccount(), command);
    }

    /** Returns the time before which everything is in the topics. */
    public long clockMillis() {
        return clockMillis;
    }

    /** Returns the records written by this process, heartbeats not counted. */
    public long records() {
        return records;
    }

    /** Returns the records in the topics by the replay's end, heartbeats not counted. */
    public long totalRecords() {
        return recordsBefore + records;
    }

    /** Returns when the market's clock stops. */
    public long endMillis() {
        return endMillis;
    }

    /** Returns the offset of the last heartbeat in each partition; empty until all is written. */
    public Map<TopicPartition, Long> lastHeartbeats() {
        return lastHeartbeats;
    }
}
