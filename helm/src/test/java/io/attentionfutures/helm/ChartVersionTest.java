package io.attentionfutures.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The chart is of the project's version. */
class ChartVersionTest {
    private static final Pattern VERSION = Pattern.compile("(?m)^  <version>(.+)</version>$");

    @Test
    void itsImagesAreOfTheProjectsVersion() throws IOException {
        Matcher project = VERSION.matcher(Files.readString(Path.of("..", "pom.xml")));
        assertThat(project.find()).isTrue();
        String version = project.group(1);
        JsonNode chart = Rendering.YAML.readTree(Rendering.CHART.resolve("Chart.yaml").toFile());

        assertThat(chart.path("appVersion").asText())
                .as("appVersion in helm/attention-futures-market/Chart.yaml")
                .isEqualTo(version);
        assertThat(chart.path("version").asText())
                .as("version in helm/attention-futures-market/Chart.yaml")
                .isEqualTo(version.replace("-SNAPSHOT", ""));
    }

    @Test
    void anImageWithoutTagOrDigestHasThatVersion() {
        assertThat(image("{}")).matches("attention-futures-market:[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(image("{image: {tag: '7'}}")).isEqualTo("attention-futures-market:7");
        assertThat(image("{image: {tag: '7', digest: 'sha256:" + "0a".repeat(32) + "'}}"))
                .isEqualTo("attention-futures-market@sha256:" + "0a".repeat(32));
    }

    private static String image(String values) {
        return Rendering.of("minimal", values).only("FlinkDeployment").at("/spec/image").asText();
    }
}
