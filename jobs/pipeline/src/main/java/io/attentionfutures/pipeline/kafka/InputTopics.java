package io.attentionfutures.pipeline.kafka;

import io.attentionfutures.pipeline.MarketOptions;
import io.attentionfutures.pipeline.MarketOptions.TimestampSource;
import io.attentionfutures.schemas.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The input topics as they are on the brokers when the job starts.
 *
 * @param partitions number of partitions by topic name
 */
public record InputTopics(Map<String, Integer> partitions) {
    private static final String REQUEST_TIMEOUT_MILLIS = "10000";

    /** The input cannot be used; the message says what to do. */
    public static final class UnusableInputException extends Exception {
        private static final long serialVersionUID = 1L;

        public UnusableInputException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Looks the input topics up and checks that their clock can be trusted.
     *
     * @throws UnusableInputException if the brokers cannot be reached or refuse, a topic is
     *     missing, or participants could backdate records
     */
    public static InputTopics lookUp(ReadableConfig config) throws UnusableInputException {
        String brokers = config.get(MarketOptions.BOOTSTRAP_SERVERS);
        Properties properties;
        try {
            properties = KafkaProperties.of(config);
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(e.getMessage(), e);
        }
        properties.putIfAbsent(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        try (Admin admin = Admin.create(properties)) {
            List<String> names =
                    admin.listTopics().names().get().stream()
                            .filter(name -> Topic.of(name).map(Topic::input).orElse(false))
                            .sorted()
                            .toList();
            requireAll(names);
            if (config.get(MarketOptions.TIMESTAMPS) == TimestampSource.LOG_APPEND) {
                requireLogAppendTime(admin, names);
            }
            Map<String, Integer> partitions = new TreeMap<>();
            for (TopicDescription topic :
                    admin.describeTopics(names).allTopicNames().get().values()) {
                partitions.put(topic.name(), topic.partitions().size());
            }
            return new InputTopics(partitions);
        } catch (ExecutionException e) {
            throw new UnusableInputException(
                    "cannot use Kafka at "
                            + brokers
                            + ": "
                            + KafkaFailure.describe(e.getCause())
                            + (KafkaFailure.isRefusal(e)
                                    ? ""
                                    : ". Check that it runs, that "
                                            + MarketOptions.BOOTSTRAP_SERVERS.key()
                                            + " is right, and that security.protocol fits"),
                    e);
        } catch (org.apache.kafka.common.KafkaException e) {
            throw new UnusableInputException(
                    MarketOptions.BOOTSTRAP_SERVERS.key()
                            + " '"
                            + brokers
                            + "' cannot be used: "
                            + KafkaFailure.describe(e),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableInputException("interrupted while looking up topics", e);
        }
    }

    private static void requireAll(Collection<String> names) throws UnusableInputException {
        List<String> missing = new ArrayList<>();
        for (Topic topic : Topic.inputs()) {
            if (!names.contains(topic.topicName())) {
                missing.add(topic.topicName());
            }
        }
        if (!missing.isEmpty()) {
            throw new UnusableInputException(
                    "input topics are missing: "
                            + String.join(", ", missing)
                            + "; create them with message.timestamp.type=LogAppendTime, or let the"
                            + " job's principal describe them",
                    null);
        }
    }

    private static void requireLogAppendTime(Admin admin, List<String> names)
            throws ExecutionException, InterruptedException, UnusableInputException {
        List<ConfigResource> resources =
                names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList();
        Map<ConfigResource, Config> configs = admin.describeConfigs(resources).all().get();
        List<String> wrong = new ArrayList<>();
        for (ConfigResource resource : resources) {
            String type =
                    configs.get(resource).get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value();
            if (!type.equals("LogAppendTime")) {
                wrong.add(resource.name());
            }
        }
        if (!wrong.isEmpty()) {
            throw new UnusableInputException(
                    "participants could backdate records on "
                            + String.join(", ", wrong)
                            + ": set message.timestamp.type=LogAppendTime there, or "
                            + MarketOptions.TIMESTAMPS.key()
                            + "=REPLAY to replay a trace",
                    null);
        }
    }

    /** Returns the names of the topics of one kind. */
    public List<String> names(Topic kind) {
        return partitions.keySet().stream()
                .filter(name -> Topic.of(name).orElseThrow() == kind)
                .toList();
    }
}
