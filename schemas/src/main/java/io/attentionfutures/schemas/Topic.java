package io.attentionfutures.schemas;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * The public topics: what is in them, who writes them, and how they are kept.
 *
 * <p>Input topics use {@code message.timestamp.type=LogAppendTime}: the broker's clock is the
 * market's clock.
 */
public enum Topic {
    TELEMETRY("afm.telemetry", "market", UsageSample.class, Producer.TELEMETRY_PRODUCERS, 7),
    ORDERS("afm.orders", "account", OrderCommand.class, Producer.PARTICIPANTS, 30),
    COLLATERAL("afm.collateral", "account", CollateralTransfer.class, Producer.OPERATORS, 365),
    CONTRACTS("afm.contracts", "market", ContractSpecification.class, Producer.OPERATORS, 0),
    ACCOUNTS("afm.accounts", "account", Account.class, Producer.OPERATORS, 0),
    DIRECTIVES("afm.directives", "directiveId", Directive.class, Producer.REGULATORS, 0),
    MODELS("afm.models", "name", ModelRelease.class, Producer.MODEL_PUBLISHERS, 0),
    DEMAND("afm.demand", "market", DemandWindow.class, Producer.JOB, 90),
    FORECASTS("afm.forecasts", "market", DemandForecast.class, Producer.JOB, 30),
    MODEL_DECISIONS("afm.model-decisions", "name", ModelDecision.class, Producer.JOB, 365),
    RETRAINING("afm.retraining", "market", RetrainingRequest.class, Producer.JOB, 90),
    PRICES("afm.prices", "contract", Price.class, Producer.JOB, 365),
    DEPTH("afm.depth", "contract", BookDepth.class, Producer.JOB, 7),
    EXECUTIONS("afm.executions", "account", ExecutionReport.class, Producer.JOB, 365),
    ALLOCATIONS("afm.allocations", "account", Allocation.class, Producer.JOB, 365),
    STATEMENTS("afm.statements", "account", Statement.class, Producer.JOB, 365),
    SURVEILLANCE("afm.surveillance", "account or contract", Alert.class, Producer.JOB, 1825),
    AUDIT("afm.audit", "segment", AuditRecord.class, Producer.JOB, 1825),
    DEAD_LETTERS("afm.dead-letters", "none", DeadLetter.class, Producer.JOB, 30);

    /** Who writes a topic. */
    public enum Producer {
        TELEMETRY_PRODUCERS("producers of telemetry"),
        PARTICIPANTS("participants"),
        OPERATORS("market operators"),
        REGULATORS("regulators"),
        MODEL_PUBLISHERS("publishers of models"),
        JOB("the job");

        private final String description;

        Producer(String description) {
            this.description = description;
        }

        /** Returns who it is, for people. */
        public String description() {
            return description;
        }
    }

    /**
     * What the name of a topic begins with that holds one account's orders; the account follows.
     */
    public static final String ACCOUNT_ORDERS = ORDERS.topicName + ".";

    private final String topicName;
    private final String key;
    private final Class<? extends SpecificRecordBase> record;
    private final Producer producer;
    private final int retentionDays;

    Topic(
            String topicName,
            String key,
            Class<? extends SpecificRecordBase> record,
            Producer producer,
            int retentionDays) {
        this.topicName = topicName;
        this.key = key;
        this.record = record;
        this.producer = producer;
        this.retentionDays = retentionDays;
    }

    /** Returns the Kafka topic's name. */
    public String topicName() {
        return topicName;
    }

    /** Returns what the record key is, for people. */
    public String key() {
        return key;
    }

    /** Returns the type of the records. */
    public Class<? extends SpecificRecordBase> record() {
        return record;
    }

    public Producer producer() {
        return producer;
    }

    /** Whether the latest record of each key holds, and is kept for ever. */
    public boolean compacted() {
        return retentionDays == 0;
    }

    /** Returns how long records are kept; 0 for compacted topics. */
    public int retentionDays() {
        return retentionDays;
    }

    /** Whether the job reads the topic. */
    public boolean input() {
        return producer != Producer.JOB;
    }

    /** Returns the topics that the job reads. */
    public static List<Topic> inputs() {
        return Arrays.stream(values()).filter(Topic::input).toList();
    }

    /** Returns the topics that the job writes. */
    public static List<Topic> outputs() {
        return Arrays.stream(values()).filter(topic -> !topic.input()).toList();
    }

    /**
     * Returns the topic of that name; {@code afm.orders.<account>} is {@link #ORDERS} too.
     *
     * @param name Kafka topic name
     */
    public static Optional<Topic> of(String name) {
        if (name.startsWith(ACCOUNT_ORDERS)) {
            return Optional.of(ORDERS);
        }
        return Arrays.stream(values()).filter(topic -> topic.topicName.equals(name)).findFirst();
    }
}
