package io.attentionfutures.local.replay;

import io.attentionfutures.local.agents.TimedCommand;
import io.attentionfutures.local.agents.TimedRecord;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.Topic;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;

/**
 * Plays a plan into the input topics: telemetry, commands and heartbeats in the order of time, each
 * record with the time of the trace.
 */
public final class Replayer implements Runnable {
    private static final long IDLE_BEAT_MILLIS = 200;

    private final KafkaConnection kafka;
    private final MarketPlan plan;
    private final long endMillis;
    private final Pace pace;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile long records;
    private volatile long sent;
    private volatile Map<TopicPartition, Long> lastHeartbeats = Map.of();

    /**
     * Prepares a replay.
     *
     * @param endMillis when the market's clock stops
     */
    public Replayer(String bootstrapServers, MarketPlan plan, long endMillis, Pace pace) {
        this(KafkaConnection.plain(bootstrapServers), plan, endMillis, pace);
    }

    /** Prepares a replay on a Kafka that asks for a login. */
    public Replayer(KafkaConnection kafka, MarketPlan plan, long endMillis, Pace pace) {
        this.kafka = kafka;
        this.plan = plan;
        this.endMillis = endMillis;
        this.pace = pace;
    }

    /** Plays to the end, then repeats the last heartbeat until it is stopped. */
    @Override
    public void run() {
        try (ReplayLog log = new ReplayLog(kafka)) {
            play(log);
            if (stopped.getCount() == 0) {
                return;
            }
            log.repeatHeartbeat(endMillis);
            lastHeartbeats = log.lastHeartbeats();
            keepBeating(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void play(ReplayLog log) throws InterruptedException {
        TelemetryFlow telemetry = new TelemetryFlow(plan);
        Deque<TimedRecord> instructions = new ArrayDeque<>(plan.instructions());
        CommandFlow commands = new CommandFlow(plan);
        long clock = plan.startMillis();
        long writtenBefore = log.writtenBeforeMillis();
        // A little earlier than anything else: collateral needs accounts, orders need both.
        writeReferenceData(log, clock - 1);
        log.heartbeat(clock);
        while (clock < endMillis && stopped.getCount() > 0) {
            clock = Math.min(endMillis, clock + pace.beatMillis(clock));
            if (clock > writtenBefore) {
                pace.await(clock);
            }
            while (!instructions.isEmpty() && instructions.peek().timeMillis() < clock) {
                write(log, instructions.poll());
            }
            telemetry.until(clock, sample -> write(log, sample));
            commands.until(clock, command -> write(log, command));
            log.heartbeat(clock);
            records = log.records();
            sent = log.sent();
        }
    }

    /**
     * Repeats the last heartbeat: readers report their progress only when something arrives. The
     * time that it tells is known already, so it changes nothing.
     */
    private void keepBeating(ReplayLog log) throws InterruptedException {
        while (!stopped.await(IDLE_BEAT_MILLIS, TimeUnit.MILLISECONDS)) {
            log.repeatHeartbeat(endMillis);
        }
    }

    private void writeReferenceData(ReplayLog log, long timeMillis) {
        for (ContractSpecification specification : plan.specifications()) {
            log.write(Topic.CONTRACTS, timeMillis, specification.getMarket(), specification);
        }
        for (Account account : plan.accounts()) {
            log.write(Topic.ACCOUNTS, timeMillis, account.getAccount(), account);
        }
    }

    private static void write(ReplayLog log, TimedRecord timed) {
        log.write(timed.topic(), timed.timeMillis(), timed.key(), timed.record());
    }

    private static void write(ReplayLog log, TimedCommand timed) {
        OrderCommand command = timed.command();
        log.write(Topic.ORDERS, timed.timeMillis(), command.getAccount(), command);
    }

    /** Ends the replay, and the heartbeats that go on after its end. */
    public void stop() {
        stopped.countDown();
    }

    /** Whether everything is in the topics. */
    public boolean finished() {
        return !lastHeartbeats.isEmpty();
    }

    /** Returns the records of the replay so far, heartbeats not counted. */
    public long records() {
        return records;
    }

    /** Returns those of them that this process has sent. */
    public long sent() {
        return sent;
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
