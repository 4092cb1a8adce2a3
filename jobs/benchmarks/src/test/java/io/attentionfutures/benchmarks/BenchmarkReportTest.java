package io.attentionfutures.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkReportTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void textIsPrintedAsItComesBehindTheConditions() throws IOException {
        BenchmarkReport report = report(false);
        report.text("%,d a second%n", 1_234);
        report.row("results").put("rate", 1_234);
        assertThat(said()).isEqualTo("cores        2\n1,234 a second\n");
        report.end();
        assertThat(said()).isEqualTo("cores        2\n1,234 a second\n");
    }

    @Test
    void jsonIsOneObjectWithTheConditionsAndArraysInTheOrderInWhichTheyCame() throws IOException {
        BenchmarkReport report = report(true);
        report.object().put("orders", 5.0);
        report.array("results");
        report.array("samples");
        report.text("%,d a second%n", 1_234);
        report.row("results").put("rate", 1_234);
        assertThat(said()).isEmpty();
        report.end();
        assertThat(said())
                .isEqualTo(
                        "{\"conditions\":{\"cores\":\"2\"},\"orders\":5.0,"
                                + "\"results\":[{\"rate\":1234}],\"samples\":[]}\n");
    }

    private BenchmarkReport report(boolean json) {
        return new BenchmarkReport(
                Map.of("cores", "2"), json, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
