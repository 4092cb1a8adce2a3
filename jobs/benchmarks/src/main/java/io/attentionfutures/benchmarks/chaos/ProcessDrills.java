package io.attentionfutures.benchmarks.chaos;

import io.attentionfutures.benchmarks.cluster.ChildProcess;
import io.attentionfutures.benchmarks.cluster.ClusterException;
import io.attentionfutures.local.broker.MarketTopics;
import io.attentionfutures.schemas.Topic;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** Drills in which a process dies or stands still. */
final class ProcessDrills {
    private static final double PAUSE_SECONDS = 25;

    private ProcessDrills() {}

    /** A TaskManager is killed, and another one started in its place. */
    static final class TaskManagerKill implements Drill {
        @Override
        public String name() {
            return "taskmanager-kill";
        }

        @Override
        public String description() {
            return "kill -9 of one of two TaskManagers; a new one is started at once";
        }

        @Override
        public void strike(Stage stage) throws InterruptedException {
            ChildProcess victim = stage.flink().taskManagers().get(0);
            stage.struck();
            victim.kill();
            stage.flink().addTaskManager();
            stage.awaitRecovery();
        }
    }

    /** The JobManager is killed and started again. */
    static final class JobManagerKill implements Drill {
        @Override
        public String name() {
            return "jobmanager-kill";
        }

        @Override
        public String description() {
            return "kill -9 of the JobManager, high availability by ZooKeeper; a new one is started"
                    + " at once";
        }

        @Override
        public boolean highAvailability() {
            return true;
        }

        @Override
        public void strike(Stage stage) throws InterruptedException {
            stage.struck();
            stage.flink().jobManager().kill();
            stage.flink().startJobManager();
            stage.awaitRecovery();
        }
    }

    /** A broker is killed; it comes back once the market goes on without it. */
    static final class BrokerKill implements Drill {
        @Override
        public String name() {
            return "broker-kill";
        }

        @Override
        public String description() {
            return "kill -9 of the one of three brokers that leads prices; it is started again once"
                    + " the market has gone on without it";
        }

        @Override
        public int brokers() {
            return 3;
        }

        @Override
        public void strike(Stage stage) throws InterruptedException {
            int broker = leaderOfPrices(stage);
            stage.struck();
            stage.kafka().broker(broker).kill();
            stage.awaitRecovery();
            stage.kafka().restart(broker);
            stage.kafka().awaitBrokers();
        }
    }

    /** A broker stands still for longer than its session. */
    static final class BrokerPause implements Drill {
        @Override
        public String name() {
            return "broker-pause";
        }

        @Override
        public String description() {
            return "the one of three brokers that leads prices stands still (SIGSTOP) for "
                    + (int) PAUSE_SECONDS
                    + " s, past its session of 9 s, and goes on";
        }

        @Override
        public int brokers() {
            return 3;
        }

        @Override
        public void strike(Stage stage) throws InterruptedException {
            int broker = leaderOfPrices(stage);
            stage.struck();
            stage.kafka().broker(broker).pause();
            try {
                stage.awaitRecovery();
                stage.awaitStrike(PAUSE_SECONDS);
            } finally {
                stage.kafka().broker(broker).resume();
            }
            stage.kafka().awaitBrokers();
        }
    }

    private static int leaderOfPrices(Stage stage) throws InterruptedException {
        String topic = Topic.PRICES.topicName();
        try (Admin admin = Admin.create(MarketTopics.properties(stage.bootstrapServers()))) {
            return admin.describeTopics(List.of(topic))
                            .allTopicNames()
                            .get()
                            .get(topic)
                            .partitions()
                            .get(0)
                            .leader()
                            .id()
                    - 1;
        } catch (ExecutionException e) {
            throw new ClusterException("Kafka does not tell who leads " + topic, e.getCause());
        }
    }
}
