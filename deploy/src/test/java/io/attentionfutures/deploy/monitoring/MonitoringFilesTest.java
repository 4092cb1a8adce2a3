package io.attentionfutures.deploy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attentionfutures.deploy.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MonitoringFilesTest {
    /** Flink's own, which its documentation explains. */
    private static final Pattern OF_FLINK =
            Pattern.compile(
                    "up|flink_jobmanager_.*|flink_taskmanager_Status_.*|flink_taskmanager_job_task_(busy|backPressured)TimeMsPerSecond"
                            + "|flink_taskmanager_job_task_operator_(currentInputWatermark|numRecordsIn|pendingRecords)");

    private static List<Monitoring.Query> queries() throws IOException {
        List<Monitoring.Query> queries = new ArrayList<>(Monitoring.panelQueries());
        queries.addAll(Monitoring.alertQueries());
        return queries;
    }

    @Test
    void everyMetricThatIsReadIsDocumentedOrFlinksOwn() throws IOException {
        Set<String> documented = Monitoring.documentedMetrics();
        for (Monitoring.Query query : queries()) {
            assertThat(query.metrics()).as(query.where()).isNotEmpty();
            for (String metric : query.metrics()) {
                assertThat(documented.contains(metric) || OF_FLINK.matcher(metric).matches())
                        .as("%s reads %s", query.where(), metric)
                        .isTrue();
            }
        }
    }

    @Test
    void everyDocumentedMetricIsOnTheDashboard() throws IOException {
        Set<String> shown = new TreeSet<>();
        Monitoring.panelQueries().forEach(query -> shown.addAll(query.metrics()));
        assertThat(shown).containsAll(Monitoring.documentedMetrics());
    }

    @Test
    void everyAlertSaysHowBadItIsWhatIsWrongAndWhatToDo() throws IOException {
        String readme = Monitoring.readme();
        List<String> headings =
                Files.readAllLines(Project.path("docs/operations.md")).stream()
                        .filter(line -> line.startsWith("#"))
                        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                        .map(heading -> heading.replace(' ', '-'))
                        .toList();
        for (JsonNode alert : Monitoring.alerts()) {
            String name = alert.path("alert").asText();
            JsonNode annotations = alert.path("annotations");
            assertThat(alert.path("labels").path("severity").asText())
                    .as(name)
                    .isIn("critical", "warning");
            assertThat(annotations.path("summary").asText()).as(name).isNotEmpty();
            assertThat(annotations.path("description").asText()).as(name).contains("{{ $value");
            assertThat(annotations.path("action").asText()).as(name).isNotEmpty();
            String runbook = annotations.path("runbook").asText();
            assertThat(runbook).as(name).matches("docs/operations\\.md#[a-z-]+");
            assertThat(headings).as(name).contains(runbook.substring(runbook.indexOf('#') + 1));
            assertThat(readme).contains("| `" + name + "` |");
        }
    }

    @Test
    void everyAlertIsTestedBothWays() throws IOException {
        String tests =
                Files.readString(Monitoring.FOLDER.resolve("alerts-test.yaml"));
        for (JsonNode alert : Monitoring.alerts()) {
            String name = alert.path("alert").asText();
            assertThat(tests)
                    .containsPattern("alertname: " + name + "\n +exp_alerts:\n")
                    .containsPattern("alertname: " + name + "\n +exp_alerts: \\[]");
        }
    }

    @Test
    void theDashboardLetsItsDataSourceBeChosenAndExplainsEachPanel() throws IOException {
        JsonNode dashboard = Monitoring.dashboard();
        assertThat(dashboard.path("templating").path("list").get(0).path("type").asText())
                .isEqualTo("datasource");
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            String title = panel.path("title").asText();
            assertThat(ids.add(panel.path("id").asInt())).as(title).isTrue();
            if (panel.path("type").asText().equals("row")) {
                continue;
            }
            assertThat(panel.path("description").asText()).as(title).isNotEmpty();
            assertThat(panel.path("fieldConfig").path("defaults").path("unit").asText())
                    .as(title)
                    .isNotEmpty();
            assertThat(panel.path("datasource").path("uid").asText())
                    .as(title)
                    .isEqualTo("${datasource}");
            assertThat(panel.path("targets")).as(title).isNotEmpty();
        }
    }
}
