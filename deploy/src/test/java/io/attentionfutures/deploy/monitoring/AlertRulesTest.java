package io.attentionfutures.deploy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.attentionfutures.deploy.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The alerting rules by Prometheus' own tool. */
class AlertRulesTest {
    private static final long LIMIT_SECONDS = 60;

    private static void promtool(String... arguments) throws Exception {
        Optional<Path> promtool = Program.find("promtool");
        assumeTrue(
                promtool.isPresent(),
                "promtool is not installed: it comes with Debian's package 'prometheus'");
        List<String> command = new ArrayList<>(List.of(promtool.get().toString()));
        command.addAll(List.of(arguments));
        Program.Outcome outcome = Program.run(command, Map.of(), LIMIT_SECONDS);
        assertThat(outcome.exitCode()).as(outcome.said()).isZero();
    }

    private static String file(String name) {
        return Monitoring.FOLDER.resolve(name).toString();
    }

    @Test
    void theRulesAreWellFormed() throws Exception {
        promtool("check", "rules", file("alerts.yaml"));
    }

    @Test
    void theScrapeConfigurationIsWellFormed() throws Exception {
        promtool("check", "config", file("prometheus.yml"));
    }

    @Test
    void eachAlertFiresWhenItShouldAndIsSilentWhenItShouldNot() throws Exception {
        promtool("test", "rules", file("alerts-test.yaml"));
    }
}
