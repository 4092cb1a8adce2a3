package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Drills in which producers misbehave. */
final class FlowDrills {
    private static final int ONE_PERCENT = 100;

    private FlowDrills() {}

    /** Records that nobody can decode. */
    static final class Garbage implements Drill {
        @Override
        public String name() {
            return "garbage";
        }

        @Override
        public String description() {
            return "producers send 1 % garbage (noise, cut and lengthened records, records of"
                    + " another topic): each becomes one dead letter, all else is as without";
        }

        @Override
        public boolean addsRecords() {
            return true;
        }

        @Override
        public Flow flow(Flow undisturbed, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<FlowRecord> records = new ArrayList<>();
            byte[] other = new byte[0];
            for (FlowRecord record : undisturbed.records()) {
                records.add(record);
                if (!record.heartbeat() && random.nextInt(ONE_PERCENT) == 0) {
                    records.add(added(record, spoil(record.content().value(), other, random)));
                }
                if (record.content().topic().equals(Topic.ACCOUNTS.topicName())
                        && !record.heartbeat()) {
                    other = record.content().value();
                }
            }
            return undisturbed.with(records);
        }

        private static byte[] spoil(byte[] value, byte[] other, SplittableRandom random) {
            switch (random.nextInt(4)) {
                case 0:
                    byte[] noise = new byte[64];
                    random.nextBytes(noise);
                    noise[0] = 0;
                    return noise;
                case 1:
                    return Arrays.copyOf(value, value.length - 3);
                case 2:
                    return Arrays.copyOf(value, value.length + 1);
                default:
                    return other;
            }
        }

        /** Under a key of its own: it must not replace a good record in a compacted topic. */
        private static FlowRecord added(FlowRecord record, byte[] value) {
            return new FlowRecord(
                    record.beatMillis(),
                    false,
                    true,
                    new ProducerRecord<>(
                            record.content().topic(),
                            record.content().partition(),
                            record.content().timestamp(),
                            "garbage".getBytes(StandardCharsets.UTF_8),
                            value));
        }

        @Override
        public void strike(Stage stage) throws InterruptedException {
            stage.struck();
            stage.awaitRecovery();
        }
    }

    /** Producers that send again what they have sent. */
    static final class Duplicates implements Drill {
        @Override
        public String name() {
            return "duplicates";
        }

        @Override
        public String description() {
            return "producers send 10 % of orders and transfers twice: each is rejected once, all"
                    + " else is as without";
        }

        @Override
        public boolean addsRecords() {
            return true;
        }

        @Override
        public Flow flow(Flow undisturbed, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<FlowRecord> records = new ArrayList<>();
            for (FlowRecord record : undisturbed.records()) {
                records.add(record);
                String topic = record.content().topic();
                boolean command =
                        topic.equals(Topic.ORDERS.topicName())
                                || topic.equals(Topic.COLLATERAL.topicName());
                if (command && !record.heartbeat() && random.nextInt(10) == 0) {
                    records.add(new FlowRecord(record.beatMillis(), false, true, record.content()));
                }
            }
            return undisturbed.with(records);
        }

        @Override
        public void strike(Stage stage) throws InterruptedException {
            stage.struck();
            stage.awaitRecovery();
        }
    }

    /** Producers of the partitions run apart. */
    static final class Reordered implements Drill {
        /** Heartbeats by which a partition may be behind the others: five minutes each. */
        private static final int MOST_BEATS_BEHIND = 6;

        @Override
        public String name() {
            return "reordered";
        }

        @Override
        public String description() {
            return "each partition's producer is up to half an hour of log time behind the others,"
                    + " and that changes all the time: records arrive in another order";
        }

        @Override
        public Flow flow(Flow undisturbed, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<TopicPartition, Long> due = new HashMap<>();
            List<FlowRecord> late = new ArrayList<>();
            long beat = 5 * 60_000L;
            for (FlowRecord record : undisturbed.records()) {
                TopicPartition partition =
                        new TopicPartition(record.content().topic(), record.content().partition());
                long earliest = due.getOrDefault(partition, Long.MIN_VALUE);
                long delayed = record.beatMillis() + random.nextInt(MOST_BEATS_BEHIND + 1) * beat;
                long sent = Math.min(undisturbed.endMillis(), Math.max(earliest, delayed));
                due.put(partition, sent);
                late.add(new FlowRecord(sent, record.heartbeat(), false, record.content()));
            }
            late.sort(java.util.Comparator.comparingLong(FlowRecord::beatMillis));
            return undisturbed.with(late);
        }

        @Override
        public void strike(Stage stage) throws InterruptedException {
            stage.struck();
            stage.awaitRecovery();
        }
    }

    /** A clock that runs backwards. */
    static final class ClockJumps implements Drill {
        @Override
        public String name() {
            return "clock-jumps";
        }

        @Override
        public String description() {
            return "the clock behind the heartbeats jumps back by up to a day, again and again, and"
                    + " forth again: the log's clock stays where it is until it is passed";
        }

        @Override
        public boolean addsRecords() {
            return true;
        }

        @Override
        public boolean oneAnswerEach() {
            return false;
        }

        @Override
        public Flow flow(Flow undisturbed, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            List<FlowRecord> records = new ArrayList<>();
            for (FlowRecord record : undisturbed.records()) {
                records.add(record);
                if (record.heartbeat() && random.nextInt(4) == 0) {
                    long back = 1 + random.nextInt(86_400_000);
                    records.add(
                            new FlowRecord(
                                    record.beatMillis(),
                                    true,
                                    true,
                                    new ProducerRecord<>(
                                            record.content().topic(),
                                            record.content().partition(),
                                            record.content().timestamp() - back,
                                            record.content().key(),
                                            null,
                                            record.content().headers())));
                }
            }
            return undisturbed.with(records);
        }

        @Override
        public void strike(Stage stage) throws InterruptedException {
            stage.struck();
            stage.awaitRecovery();
        }
    }
}
