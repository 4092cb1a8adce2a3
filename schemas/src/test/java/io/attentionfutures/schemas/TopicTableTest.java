package io.attentionfutures.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicTableTest {
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- topics:begin -->\n";
    private static final String END = "<!-- topics:end -->";

    @Test
    void theReadmeListsTheTopicsAsTheyAre() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        if (Boolean.getBoolean("topics.write")) {
            Files.writeString(README, readme.substring(0, begin) + table() + readme.substring(end));
            return;
        }
        assertThat(readme.substring(begin, end))
                .as("regenerate with mvn -pl schemas test -Dtopics.write=true")
                .isEqualTo(table());
    }

    private static String table() {
        return "| topic | key | record | producer | retention | cleanup policy |\n"
                + "|---|---|---|---|---|---|\n"
                + Arrays.stream(Topic.values())
                        .map(TopicTableTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(Topic topic) {
        return String.format(
                "| `%s` | %s | %s | %s | %s | %s |%n",
                topic.topicName(),
                topic.key(),
                topic.record().getSimpleName(),
                topic.producer().description(),
                topic.compacted() ? "for ever" : topic.retentionDays() + " days",
                topic.compacted() ? "compact" : "delete");
    }

    @Test
    void topicsAreFoundByName() {
        assertThat(Topic.of("afm.orders.team-a")).contains(Topic.ORDERS);
        assertThat(Topic.of("afm.prices")).contains(Topic.PRICES);
        assertThat(Topic.of("afm.ordersX")).isEmpty();
        assertThat(Topic.inputs())
                .containsExactly(
                        Topic.TELEMETRY,
                        Topic.ORDERS,
                        Topic.COLLATERAL,
                        Topic.CONTRACTS,
                        Topic.ACCOUNTS,
                        Topic.DIRECTIVES,
                        Topic.MODELS);
    }
}
