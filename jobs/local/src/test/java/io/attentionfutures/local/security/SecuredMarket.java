package io.attentionfutures.local.security;

import io.attentionfutures.local.FreePorts;
import io.attentionfutures.local.agents.LocalSpecification;
import io.attentionfutures.local.broker.KafkaConnection;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.local.broker.SecuredBroker;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.pipeline.MarketJob;
import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.CollateralTransfer;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.Role;
import io.attentionfutures.schemas.TimeInForce;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.TransferKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A live market on a broker that asks everybody who they are. Its principals may do what {@link
 * Access} says. The accounts alice and bob have topics of their own.
 */
final class SecuredMarket implements AutoCloseable {
    static final String ALICE = "alice";
    static final String BOB = "bob";
    static final String JOB = "job";
    static final String REGULATOR = "regulator";
    static final String TELEMETRY = "telemetry";
    static final String PUBLISHER = "publisher";

    private static final String OPERATOR = "operator";
    private static final long HOUR = 3_600_000;
    private static final String MARKET = "H100.EUW1";
    private static final int TASK_MANAGERS = 2;

    private final SecuredBroker broker;
    private final MiniCluster cluster;
    private final JobID job;

    private SecuredMarket(SecuredBroker broker, MiniCluster cluster, JobID job) {
        this.broker = broker;
        this.cluster = cluster;
        this.job = job;
    }

    /** Starts a broker with the market's topics, principals and reference data, but no job. */
    static SecuredBroker broker(Path folder) throws Exception {
        SecuredBroker broker =
                SecuredBroker.start(
                        folder.resolve("broker"),
                        FreePorts.next(),
                        List.of(ALICE, BOB, JOB, REGULATOR, OPERATOR, TELEMETRY, PUBLISHER));
        MarketTopics.create(broker.administrator(), false);
        try (Admin admin = Admin.create(broker.administrator().properties())) {
            admin.createTopics(List.of(orderTopic(ALICE), orderTopic(BOB))).all().get();
        }
        broker.allow(Access.ACCOUNT.of(ALICE));
        broker.allow(Access.ACCOUNT.of(BOB));
        broker.allow(Access.JOB.of(JOB));
        broker.allow(Access.REGULATOR.of(REGULATOR));
        broker.allow(Access.OPERATOR.of(OPERATOR));
        broker.allow(Access.TELEMETRY.of(TELEMETRY));
        broker.allow(Access.MODEL_PUBLISHER.of(PUBLISHER));
        writeReferenceData(broker);
        return broker;
    }

    private static NewTopic orderTopic(String account) {
        return new NewTopic(Topic.ORDERS.topicName() + "." + account, 1, (short) 1)
                .configs(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
    }

    private static void writeReferenceData(SecuredBroker broker) throws Exception {
        try (RecordWriter operator = new RecordWriter(broker.connection(OPERATOR))) {
            operator.write(
                    Topic.CONTRACTS.topicName(),
                    MARKET,
                    LocalSpecification.of(MARKET, HOUR, Duration.ofSeconds(1), 100));
            for (String account : List.of(ALICE, BOB)) {
                operator.write(
                        Topic.ACCOUNTS.topicName(),
                        account,
                        Account.newBuilder()
                                .setAccount(account)
                                .setRole(Role.INVESTOR)
                                .setSegments(List.of("EUW1"))
                                .setActive(true)
                                .build());
                operator.write(
                        Topic.COLLATERAL.topicName(),
                        account,
                        new CollateralTransfer(
                                "deposit-" + account,
                                account,
                                "EUW1",
                                TransferKind.DEPOSIT,
                                1_000_000_000L));
            }
        }
    }

    /** Starts the job as a principal that may do what a job must. */
    static SecuredMarket start(SecuredBroker broker, Path folder) throws Exception {
        Configuration config = new Configuration();
        config.set(MarketOptions.BOOTSTRAP_SERVERS, broker.bootstrapServers());
        KafkaConnection.useFile(config, broker.propertiesFile(JOB));
        config.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        config.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        config.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        config.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        config.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
        config.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500));
        config.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofSeconds(5));
        MiniCluster cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(config)
                                .setNumTaskManagers(TASK_MANAGERS)
                                .setNumSlotsPerTaskManager(1)
                                .withRandomPorts()
                                .build());
        cluster.start();
        StreamExecutionEnvironment environment = new StreamExecutionEnvironment(config);
        environment.setParallelism(TASK_MANAGERS);
        MarketJob.define(environment, config);
        JobGraph graph = environment.getStreamGraph().getJobGraph();
        cluster.submitJob(graph).get();
        return new SecuredMarket(broker, cluster, graph.getJobID());
    }

    SecuredBroker broker() {
        return broker;
    }

    MiniCluster cluster() {
        return cluster;
    }

    JobID job() {
        return job;
    }

    /** Takes a task manager away in the middle of its work, and puts another in its place. */
    void loseATaskManager() throws Exception {
        cluster.terminateTaskManager(0).get();
        cluster.startTaskManager();
    }

    /** Why the job has ended, if it has. */
    Optional<String> failure() throws Exception {
        return cluster.getJobStatus(job).get().isTerminalState()
                ? Optional.of(cluster.getArchivedExecutionGraph(job).get().getFailureInfo() + "")
                : Optional.empty();
    }

    /** An order for a lot of a contract that is two hours away from its gate. */
    static OrderCommand order(String account, String id, OrderSide side, long limitTicks) {
        long now = System.currentTimeMillis();
        return OrderCommand.newBuilder()
                .setAccount(account)
                .setClientOrderId(id)
                .setContract(new ContractCode(MARKET, now - now % HOUR + 3 * HOUR, HOUR).toString())
                .setAction(OrderAction.NEW)
                .setSide(side)
                .setOrderType(OrderType.LIMIT)
                .setTimeInForce(TimeInForce.GTC)
                .setLots(1)
                .setLimitTicks(limitTicks)
                .build();
    }

    @Override
    public void close() throws Exception {
        if (failure().isEmpty()) {
            cluster.cancelJob(job).get();
            cluster.requestJobResult(job).get();
        }
        cluster.close();
        broker.close();
    }
}
