package io.attentionfutures.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.attentionfutures.schemas.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others read is what was written, and what they compute is right. */
class OtherToolsITCase {
    @TempDir static Path folder;

    private static RecordedMarket market;
    private static SqlSession sql;

    @BeforeAll
    static void runAMarket() throws Exception {
        market = RecordedMarket.run(folder);
        sql = new SqlSession(market.bootstrap(), market.registryUrl());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (market != null) {
            market.close();
        }
    }

    @Test
    void nodeReadsEveryRecordOfEveryTopic() throws Exception {
        Path node = Files.createDirectory(folder.resolve("node"));
        Map<String, JsonNode> read =
                NodeReader.readAll(node, market.bootstrap(), market.registryUrl()).stream()
                        .collect(
                                Collectors.toMap(
                                        record ->
                                                record.get("topic").asText()
                                                        + "-"
                                                        + record.get("partition").asInt()
                                                        + "@"
                                                        + record.get("offset").asText(),
                                        record -> record));
        for (Topic topic : Topic.values()) {
            List<PublicRecord> written = market.of(topic);
            assertThat(written).as(topic.topicName()).isNotEmpty();
            for (PublicRecord record : written) {
                JsonNode same = read.remove(record.place());
                assertThat(same).as(record.place()).isNotNull();
                assertThat(same.get("key").isNull() ? null : same.get("key").asText())
                        .isEqualTo(record.key());
                assertThat(JsonRendering.of(same.get("value"), record.value()))
                        .as(record.place())
                        .isEqualTo(JsonRendering.of(record.value()));
            }
        }
        assertThat(read).as("records that Java did not read").isEmpty();
    }

    @Test
    void everyTableHoldsEveryRecordOfItsTopic() throws Exception {
        for (Topic topic : Topic.values()) {
            List<Row> rows = sql.query("SELECT * FROM " + TableDefinitions.name(topic));
            assertThat(rows).as(topic.topicName()).hasSameSizeAs(market.of(topic));
            assertThat(rows.get(0).getArity())
                    .isEqualTo(market.of(topic).get(0).value().getSchema().getFields().size() + 1);
        }
    }

    @Test
    void thePriceCurveIsThatOfThePrices() throws Exception {
        Map<String, double[]> expected = new TreeMap<>();
        for (PublicRecord price : market.of(Topic.PRICES)) {
            double[] sums =
                    expected.computeIfAbsent(
                            price.text("contract"), contract -> new double[] {0, 0, -1});
            if (price.text("kind").equals("CLEARING")) {
                sums[0] += price.number("volumeLots");
                sums[1] += (double) price.number("priceTicks") * price.number("volumeLots");
            } else if (price.text("kind").equals("SETTLEMENT")) {
                sums[2] = Math.max(sums[2], price.number("priceTicks"));
            }
        }
        Map<String, Row> curve = new HashMap<>();
        for (Row row : sql.ask("price-curve.sql")) {
            curve.put(row.getField("market") + ".1H." + row.getField("delivery"), row);
        }
        expected.remove("a contract");
        assertThat(expected).hasSizeGreaterThan(20);
        expected.forEach(
                (contract, sums) -> {
                    Row row = curve.get(contract);
                    assertThat(row).as(contract).isNotNull();
                    assertThat(number(row, "tradedLots")).isEqualTo(sums[0]);
                    if (sums[0] > 0) {
                        assertThat(number(row, "meanTicks"))
                                .isCloseTo(sums[1] / sums[0], within(1e-6));
                    }
                    assertThat(row.getField("settlementTicks"))
                            .isEqualTo(sums[2] < 0 ? null : (long) sums[2]);
                });
    }

    @Test
    void theForecastsErrorsAreThoseOfTheForecasts() throws Exception {
        Map<String, Double> used = new HashMap<>();
        for (PublicRecord window : market.of(Topic.DEMAND)) {
            if (window.number("samples") > 0) {
                used.put(
                        window.text("market") + millis(window.get("windowStart")),
                        (Double) window.get("used"));
            }
        }
        Map<String, double[]> expected = new TreeMap<>();
        for (PublicRecord forecast : market.of(Topic.FORECASTS)) {
            List<?> mean = (List<?>) forecast.get("mean");
            for (int i = 0; i < mean.size(); i++) {
                long start = millis(forecast.get("dataAsOf")) + i * forecast.number("periodMillis");
                Double demand = used.get(forecast.text("market") + start);
                if (demand != null) {
                    double[] sums =
                            expected.computeIfAbsent(
                                    forecast.text("market") + " " + (i + 1), key -> new double[2]);
                    sums[0]++;
                    sums[1] += Math.abs((Double) mean.get(i) - demand);
                }
            }
        }
        List<Row> rows = sql.ask("forecast-accuracy.sql");
        assertThat(rows).hasSameSizeAs(expected.keySet()).hasSizeGreaterThan(20);
        for (Row row : rows) {
            double[] sums = expected.get(row.getField("market") + " " + row.getField("ahead"));
            assertThat(number(row, "forecasts")).isEqualTo(sums[0]);
            assertThat(number(row, "meanAbsoluteError")).isCloseTo(sums[1] / sums[0], within(1e-9));
        }
    }

    @Test
    void fillRatiosAreThoseOfTheExecutions() throws Exception {
        Map<String, Map<String, long[]>> orders = new TreeMap<>();
        for (PublicRecord report : market.of(Topic.EXECUTIONS)) {
            if (List.of("NEW", "TRADE", "EXPIRED", "SUSPENDED")
                    .contains(report.text("executionType"))) {
                long[] lots =
                        orders.computeIfAbsent(
                                        report.text("account") + " " + report.text("side"),
                                        key -> new HashMap<>())
                                .computeIfAbsent(
                                        report.text("clientOrderId") + report.text("contract"),
                                        key -> new long[2]);
                lots[0] = Math.max(lots[0], report.number("orderLots"));
                lots[1] = Math.max(lots[1], report.number("cumulativeLots"));
            }
        }
        List<Row> rows = sql.ask("fill-ratio.sql");
        assertThat(rows).hasSameSizeAs(orders.keySet()).hasSizeGreaterThan(3);
        for (Row row : rows) {
            var ofAccount = orders.get(row.getField("account") + " " + row.getField("side"));
            assertThat(number(row, "orders")).isEqualTo(ofAccount.size());
            assertThat(number(row, "orderedLots"))
                    .isEqualTo(ofAccount.values().stream().mapToLong(lots -> lots[0]).sum());
            assertThat(number(row, "filledLots"))
                    .isEqualTo(ofAccount.values().stream().mapToLong(lots -> lots[1]).sum());
        }
    }

    @Test
    void utilisationIsThatOfTheDemandWindows() throws Exception {
        Map<String, double[]> days = new TreeMap<>();
        for (PublicRecord window : market.of(Topic.DEMAND)) {
            if (window.number("samples") > 0) {
                LocalDate day =
                        LocalDate.ofInstant((Instant) window.get("windowStart"), ZoneOffset.UTC);
                double[] sums =
                        days.computeIfAbsent(
                                window.text("market") + " " + day, key -> new double[3]);
                sums[0]++;
                sums[1] += (Double) window.get("used");
                sums[2] += (Double) window.get("capacity");
            }
        }
        List<Row> rows = sql.ask("utilisation.sql");
        assertThat(rows).hasSameSizeAs(days.keySet()).hasSizeGreaterThan(2);
        for (Row row : rows) {
            double[] sums = days.get(row.getField("market") + " " + row.getField("deliveryDay"));
            assertThat(number(row, "periods")).isEqualTo(sums[0]);
            assertThat(number(row, "utilisation")).isCloseTo(sums[1] / sums[2], within(1e-9));
        }
    }

    @Test
    void deadLettersAreCountedByReason() throws Exception {
        Map<String, Long> expected =
                market.of(Topic.DEAD_LETTERS).stream()
                        .collect(
                                Collectors.groupingBy(
                                        letter ->
                                                letter.text("topic") + " " + letter.text("reason"),
                                        Collectors.counting()));
        List<Row> rows = sql.ask("dead-letters.sql");
        assertThat(rows).hasSameSizeAs(expected.keySet());
        for (Row row : rows) {
            assertThat(row.getField("records"))
                    .isEqualTo(expected.get(row.getField("topic") + " " + row.getField("reason")));
            assertThat(row.getField("firstTime")).isInstanceOf(LocalDateTime.class);
        }
    }

    private static double number(Row row, String column) {
        return ((Number) row.getFieldAs(column)).doubleValue();
    }

    private static long millis(Object time) {
        return ((Instant) time).toEpochMilli();
    }
}
