package io.attentionfutures.forecast.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelemetryFileTest {

    private static final String HEADER = "timestamp_utc_iso8601,resource,tenant,used,capacity\n";
    private static final String ROW = "2024-01-01T00:00:00Z,gpu,ann,1.5,8\n";

    @TempDir private Path folder;

    @Test
    void rowsAreReadPlainAndCompressedInAnyColumnOrder() throws IOException {
        TelemetrySample sample = new TelemetrySample(2, 1_704_067_200_000L, "gpu", "ann", 1.5, 8);
        assertThat(read(HEADER + ROW)).containsExactly(sample);
        assertThat(read(gzip(HEADER + ROW))).containsExactly(sample);
        assertThat(
                        read(
                                "tenant,capacity,used,resource,timestamp_utc_iso8601\n"
                                        + "ann,8,1.5,gpu,2024-01-01T00:00:00Z\n"))
                .containsExactly(sample);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-01T00:00:00Z,gpu,ann,-1,8 | used '-1' is negative",
                "2024-01-01T00:00:00Z,gpu,ann,NaN,8 | used 'NaN' is not finite",
                "2024-01-01T00:00:00Z,gpu,ann,1,Infinity | capacity 'Infinity' is not finite",
                "2024-01-01T00:00:00Z,gpu,ann,x,8 | used 'x' is not a number",
                "2024-01-01T00:00:00Z,gpu,ann,,8 | used '' is not a number",
                "2024-01-01T00:00:00Z,gpu,ann,2e12,8 | above the limit",
                "2024-01-01 00:00:00Z,gpu,ann,1,8 | is not ISO 8601",
                "2024-01-01T00:00:00+02:00,gpu,ann,1,8 | does not end in Z",
                "2023-12-31T23:00:00Z,gpu,ann,1,8 | not sorted by time",
                "2024-01-01T00:00:00Z,,ann,1,8 | resource is empty",
                "2024-01-01T00:00:00Z,gpu, ,1,8 | tenant is empty",
                "2024-01-01T00:00:00Z,gpu,ann,1 | 4 fields instead of 5",
                "2024-01-01T00:00:00Z,gpu,ann,1,8,9 | 6 fields instead of 5"
            })
    void aBadRowIsNamedByItsLine(String row, String fault) {
        assertThatThrownBy(() -> read(HEADER + ROW + row + "\n"))
                .isInstanceOfSatisfying(
                        TelemetryFormatException.class, e -> assertThat(e.line()).isEqualTo(3))
                .hasMessageContaining("t.csv:3: ")
                .hasMessageContaining(fault);
    }

    @Test
    void aBadHeaderIsNamed() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("the file is empty");
        assertThatThrownBy(() -> read(ROW)).hasMessageContaining("the header is missing");
        assertThatThrownBy(() -> read(HEADER.replace(",used", "")))
                .hasMessageEndingWith("column used is missing; expected " + HEADER.trim());
        assertThatThrownBy(() -> read(HEADER.replace("\n", ",colour\n")))
                .hasMessageContaining("column 'colour' is not known");
        assertThatThrownBy(() -> read(HEADER.replace("\n", ",used\n")))
                .hasMessageContaining("twice");
    }

    @Test
    void aTruncatedGzipIsAFaultOfTheFile() throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 2000; i++) {
            rows.append("2024-01-01T00:00:00Z,gpu,tenant-").append(i * 7919 % 10007);
            rows.append(',').append(i * 31 % 977).append(",8\n");
        }
        byte[] whole = gzip(rows.toString());
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(TelemetryFormatException.class)
                .hasMessageContaining("the gzip file ends too early: it was cut");
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, 5)))
                .isInstanceOf(TelemetryFormatException.class)
                .hasMessageContaining("broken gzip");
    }

    @Test
    void aFileThatIsNotTextIsNamed() throws IOException {
        byte[] noise = new byte[4096];
        new Random(7).nextBytes(noise);
        assertThatThrownBy(() -> read(noise))
                .isInstanceOf(TelemetryFormatException.class)
                .hasMessageEndingWith("t.csv:1: is not text in UTF-8");
        Path named = Files.write(folder.resolve("t.csv.gz"), noise);
        assertThatThrownBy(() -> TelemetryFile.open(named))
                .isInstanceOf(TelemetryFormatException.class)
                .hasMessageEndingWith(
                        "t.csv.gz:1: is neither gzip, as its name says, nor text in UTF-8");
    }

    @Test
    void theByteOrderMarkOfSpreadsheetsIsLeftOut() throws IOException {
        assertThat(read("\ufeff" + HEADER + ROW)).hasSize(1);
        assertThat(read(gzip("\ufeff" + HEADER + ROW))).hasSize(1);
    }

    @Test
    void aGzipFileThatIsDamagedIsNamed() throws IOException {
        byte[] whole = gzip(HEADER + ROW);
        whole[whole.length - 5] ^= 1;
        assertThatThrownBy(() -> read(whole))
                .isInstanceOf(TelemetryFormatException.class)
                .hasMessageContaining("the gzip file is damaged");
    }

    @Test
    void aPlainFileMayBeNamedAsIfItWereCompressed() throws IOException {
        Path plain = Files.writeString(folder.resolve("t.csv.gz"), HEADER + ROW);
        try (TelemetryFile rows = TelemetryFile.open(plain)) {
            assertThat(rows).toIterable().hasSize(1);
        }
    }

    private List<TelemetrySample> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<TelemetrySample> read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), bytes);
        List<TelemetrySample> samples = new ArrayList<>();
        try (TelemetryFile rows = TelemetryFile.open(file)) {
            rows.forEachRemaining(samples::add);
        }
        return samples;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
