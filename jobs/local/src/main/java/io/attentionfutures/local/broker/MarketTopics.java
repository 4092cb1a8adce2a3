package io.attentionfutures.local.broker;

import io.attentionfutures.local.UserError;
import io.attentionfutures.pipeline.kafka.KafkaFailure;
import io.attentionfutures.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the market's topics where they are missing. */
public final class MarketTopics {
    /**
     * Partitions of the topics that carry much. Which partition a record is in decides ties between
     * records of the same time, so this does not follow the job's parallelism.
     */
    private static final int PARTITIONS = 4;

    private static final Duration LEADER_LIMIT = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 20;

    private MarketTopics() {}

    /**
     * How topics are laid out that are not there yet.
     *
     * @param partitions partitions of those that are not compacted
     * @param replication copies; null for as many as the brokers' default says
     * @param accounts accounts that get a topic for their own orders
     */
    public record Layout(int partitions, Short replication, List<String> accounts) {}

    /**
     * Creates what is missing.
     *
     * @param replay whether a replayer sets the time of records, instead of the broker
     * @throws UserError if the broker cannot be reached
     */
    public static void create(String bootstrapServers, boolean replay) {
        create(KafkaConnection.plain(bootstrapServers), replay);
    }

    /**
     * Creates what is missing, on a Kafka that asks for a login.
     *
     * @param replay whether a replayer sets the time of records, instead of the broker
     * @throws UserError if the broker cannot be reached, or refuses
     */
    public static void create(KafkaConnection kafka, boolean replay) {
        create(kafka, replay, new Layout(PARTITIONS, null, List.of()));
    }

    /**
     * Creates what is missing for a live market.
     *
     * @return the names of the topics that were created
     * @throws UserError if the broker cannot be reached, or refuses
     */
    public static List<String> create(KafkaConnection kafka, Layout layout) {
        return create(kafka, false, layout);
    }

    private static List<String> create(KafkaConnection kafka, boolean replay, Layout layout) {
        try (Admin admin = Admin.create(kafka.properties())) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            for (Topic topic : Topic.values()) {
                if (!present.contains(topic.topicName())) {
                    missing.add(newTopic(topic, topic.topicName(), replay, layout));
                }
            }
            for (String account : layout.accounts()) {
                String name = Topic.ACCOUNT_ORDERS + account;
                if (!present.contains(name)) {
                    missing.add(newTopic(Topic.ORDERS, name, replay, layout));
                }
            }
            admin.createTopics(missing).all().get();
            awaitLeaders(admin, missing);
            return missing.stream().map(NewTopic::name).toList();
        } catch (ExecutionException e) {
            throw new UserError(
                    "cannot use Kafka at " + kafka + ": " + KafkaFailure.describe(e.getCause()), e);
        } catch (org.apache.kafka.common.KafkaException e) {
            throw new UserError(
                    "cannot use Kafka at " + kafka + ": " + KafkaFailure.describe(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted while creating topics", e);
        }
    }

    /**
     * The controller answers before the broker has heard of the topics, and metadata names leaders
     * before the broker leads the partitions: it does once it tells where they end. A producer that
     * is turned away before could lose its order.
     */
    private static void awaitLeaders(Admin admin, List<NewTopic> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int i = 0; i < topic.numPartitions(); i++) {
                ends.put(new TopicPartition(topic.name(), i), OffsetSpec.latest());
            }
        }
        long deadline = System.nanoTime() + LEADER_LIMIT.toNanos();
        while (!areLed(admin, ends)) {
            if (System.nanoTime() > deadline) {
                throw new UserError("Kafka has created the topics, but leads not all of them");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static boolean areLed(Admin admin, Map<TopicPartition, OffsetSpec> ends)
            throws ExecutionException, InterruptedException {
        try {
            admin.listOffsets(ends).all().get();
            return true;
        } catch (ExecutionException e) {
            // The metadata does not have them yet.
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    private static NewTopic newTopic(Topic topic, String name, boolean replay, Layout layout) {
        Map<String, String> config = new TreeMap<>();
        if (topic.compacted()) {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        } else {
            // The records of a replay bear the trace's time, which may be long ago.
            config.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    replay
                            ? "-1"
                            : Long.toString(Duration.ofDays(topic.retentionDays()).toMillis()));
        }
        if (topic.input()) {
            config.put(
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    replay ? "CreateTime" : "LogAppendTime");
        }
        return new NewTopic(
                        name,
                        Optional.of(topic.compacted() ? 1 : layout.partitions()),
                        Optional.ofNullable(layout.replication()))
                .configs(config);
    }

    /** Returns client properties that fail within seconds where no broker answers. */
    public static Properties properties(String bootstrapServers) {
        return KafkaConnection.plain(bootstrapServers).properties();
    }
}
