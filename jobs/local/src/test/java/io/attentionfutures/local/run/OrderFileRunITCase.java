package io.attentionfutures.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.attentionfutures.local.AfmCommand;
import io.attentionfutures.local.AfmCommand.Said;
import io.attentionfutures.local.FreePorts;
import io.attentionfutures.local.SmallTrace;
import io.attentionfutures.local.agents.OrderFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A morning of one market, order by order; calls end up to five seconds after the minute. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class OrderFileRunITCase {
    private static final String DAY = "2026-01-05T";
    private static final String CONTRACT = "H100.EUW1.1H.20260105T03Z";

    /**
     * What is traded: time, account, action, id, original, side, type, time in force, lots, limit.
     */
    private static final String[] TRADING = {
        "00:10:10Z,solar,new,s1,,sell,limit,gtc,10,100",
        "00:10:11Z,ada,new,b1,,buy,limit,gtc,6,100",
        "00:20:10Z,bea,new,b1,,buy,limit,gtc,9,100",
        "00:30:10Z,solar,new,s2,,sell,limit,ioc,2,200",
        "00:40:10Z,solar,new,s3,,sell,limit,gtc,3,150",
        "00:40:20Z,solar,replace,s4,s3,,,,3,100",
        "00:50:10Z,bea,cancel,c1,b1,,,,0,0",
        "01:00:10Z,solar,new,m1,,sell,market,ioc,1,0",
        "01:10:10Z,ada,new,x1,,buy,limit,gtc,5,50",
        "01:12:10Z,mixed,new,o1,,sell,limit,gtc,5,300",
    };

    /** What is refused: the same with the contract, and the code of the refusal. */
    private static final String[] REFUSED = {
        "ada,new,zero,," + CONTRACT + ",buy,limit,gtc,0,100>INCORRECT_QUANTITY",
        "ada,new,negative,," + CONTRACT + ",buy,limit,gtc,-5,100>INCORRECT_QUANTITY",
        "ada,new,large,," + CONTRACT + ",buy,limit,gtc,1000001,100>INCORRECT_QUANTITY",
        "ada,new,most,," + CONTRACT + ",buy,limit,gtc,9223372036854775807,1>INCORRECT_QUANTITY",
        "ada,new,least,," + CONTRACT + ",buy,limit,gtc,-9223372036854775808,1>INCORRECT_QUANTITY",
        "ada,replace,down,x1," + CONTRACT + ",,,,0,50>INCORRECT_QUANTITY",
        "ada,new,above,," + CONTRACT + ",buy,limit,gtc,1,701>PRICE_EXCEEDS_CURRENT_PRICE_BAND",
        "ada,new,free,," + CONTRACT + ",buy,limit,gtc,1,0>PRICE_EXCEEDS_CURRENT_PRICE_BAND",
        "ada,new,paid,," + CONTRACT + ",buy,limit,gtc,1,-1>PRICE_EXCEEDS_CURRENT_PRICE_BAND",
        "ada,replace,up,x1," + CONTRACT + ",,,,5,5000>PRICE_EXCEEDS_CURRENT_PRICE_BAND",
        "ada,new,market,,H200.EUW1.1H.20260105T03Z,buy,limit,gtc,1,100>UNKNOWN_CONTRACT",
        "ada,new,region,,H100.MARS1.1H.20260105T03Z,buy,limit,gtc,1,100>UNKNOWN_CONTRACT",
        "ada,new,code,,nonsense,buy,limit,gtc,1,100>UNKNOWN_CONTRACT",
        "ada,new,none,,,buy,limit,gtc,1,100>UNKNOWN_CONTRACT",
        "ada,new,period,,H100.EUW1.2H.20260105T04Z,buy,limit,gtc,1,100>UNKNOWN_CONTRACT",
        "ada,new,early,,H100.EUW1.1H.20260107T03Z,buy,limit,gtc,1,100>EXCHANGE_CLOSED",
        "ada,new,late,,H100.EUW1.1H.20260105T01Z,buy,limit,gtc,1,100>TOO_LATE_TO_ENTER",
        "ada,new,b1,," + CONTRACT + ",buy,limit,gtc,1,100>DUPLICATE_ORDER",
        "ada,replace,b1,x1," + CONTRACT + ",,,,6,50>DUPLICATE_ORDER",
        "stranger,cancel,c1,x1," + CONTRACT + ",,,,0,0>UNKNOWN_ACCOUNT",
        ",new,nobody,," + CONTRACT + ",buy,limit,gtc,1,100>UNKNOWN_ACCOUNT",
        "ada,cancel,c2,nothing," + CONTRACT + ",,,,0,0>UNKNOWN_ORDER",
        "ada,cancel,c3,b1," + CONTRACT + ",,,,0,0>UNKNOWN_ORDER",
        "bea,replace,r1,x1," + CONTRACT + ",,,,5,50>UNKNOWN_ORDER",
        "ada,new,side,," + CONTRACT + ",,limit,gtc,1,100>UNSUPPORTED_ORDER_CHARACTERISTIC",
        "ada,new,type,," + CONTRACT + ",buy,,gtc,1,100>UNSUPPORTED_ORDER_CHARACTERISTIC",
        "ada,new,life,," + CONTRACT + ",buy,limit,,1,100>UNSUPPORTED_ORDER_CHARACTERISTIC",
        "ada,new,,," + CONTRACT + ",buy,limit,gtc,1,100>UNSUPPORTED_ORDER_CHARACTERISTIC",
        "mixed,new,o2,," + CONTRACT + ",buy,limit,gtc,5,300>SELF_CROSS",
    };

    @TempDir private static Path folder;

    private static Said said;
    private static Output output;

    @BeforeAll
    static void run() throws Exception {
        List<String> lines = new ArrayList<>(List.of(OrderFile.HEADER));
        for (String order : TRADING) {
            String[] fields = order.split(",", 6);
            lines.add(
                    DAY
                            + String.join(",", List.of(fields).subList(0, 5))
                            + ","
                            + CONTRACT
                            + ","
                            + fields[5]);
        }
        for (String order : REFUSED) {
            lines.add(DAY + "01:20:00Z," + order.split(">", 2)[0]);
        }
        Path orders = Files.write(folder.resolve("orders.csv"), lines);
        said =
                AfmCommand.run(
                        "run",
                        "--telemetry",
                        SmallTrace.write(folder.resolve("trace.csv"), 4).toString(),
                        "--orders",
                        orders.toString(),
                        "--no-model",
                        "--json",
                        "--data",
                        "tmp",
                        "--output",
                        folder.resolve("output").toString(),
                        "--port",
                        Integer.toString(FreePorts.next()),
                        "--web-port",
                        Integer.toString(FreePorts.next()));
        assertThat(said.exitCode()).as(said.err()).isZero();
        output = Output.read(folder.resolve("output"));
    }

    @Test
    void eachOrderIsFilledAsItsLimitSays() {
        assertThat(output.executions("TRADE"))
                .extracting(OrderFileRunITCase::fill)
                .containsExactlyInAnyOrder(
                        "00:11 ada b1 6@100 leaves 0",
                        "00:11 solar s1 6@100 leaves 4",
                        "00:21 bea b1 4@100 leaves 5",
                        "00:21 solar s1 4@100 leaves 0",
                        "00:41 bea b1 3@100 leaves 2",
                        "00:41 solar s4 3@100 leaves 0");
    }

    @Test
    void whatIsNotFilledIsCancelledOrExpires() {
        assertThat(output.executions("CANCELED"))
                .extracting(report -> ending(report, "cancelledLots"))
                .containsExactlyInAnyOrder(
                        "00:31 solar s2 2", "00:50 bea c1 2", "01:01 solar m1 1");
        assertThat(output.executions("EXPIRED"))
                .extracting(report -> ending(report, "cancelledLots"))
                .containsExactlyInAnyOrder("02:45 ada x1 5", "02:45 mixed o1 5");
        assertThat(output.executions("REPLACED"))
                .extracting(report -> ending(report, "leavesLots"))
                .containsExactly("00:40 solar s4 3");
    }

    @Test
    void whatCannotBeAcceptedIsRejectedWithItsCode() {
        List<String> expected = new ArrayList<>();
        for (String order : REFUSED) {
            String[] fields = order.split(">")[0].split(",");
            expected.add(fields[0] + " " + fields[2] + " " + order.split(">")[1]);
        }

        assertThat(output.executions("REJECTED"))
                .extracting(
                        report ->
                                text(report, "account")
                                        + " "
                                        + text(report, "clientOrderId")
                                        + " "
                                        + text(report, "rejectionCode"))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(output.executions("REJECTED"))
                .allSatisfy(report -> assertThat(text(report, "text")).isNotEmpty());
    }

    @Test
    void eachCommandIsAnsweredOnce() {
        assertThat(
                        output.executions().stream()
                                .filter(report -> !report.get("sourceOffset").isNull())
                                .map(
                                        report ->
                                                report.get("sourcePartition").asInt()
                                                        + "@"
                                                        + report.get("sourceOffset").asLong()))
                .hasSize(TRADING.length + REFUSED.length)
                .doesNotHaveDuplicates();
    }

    @Test
    void allocationsGoToConsumersFromWhoProvides() {
        assertThat(output.allocations())
                .extracting(
                        allocation ->
                                text(allocation, "account")
                                        + " "
                                        + allocation.get("lots").asLong()
                                        + "@"
                                        + allocation.get("priceTicks").asLong()
                                        + " from "
                                        + text(allocation, "provider")
                                        + " at "
                                        + text(allocation, "grantStart"))
                .containsExactlyInAnyOrder(
                        "ada 6@100 from solar at 2026-01-05T03:00:00Z",
                        "bea 7@100 from solar at 2026-01-05T03:00:00Z");
    }

    @Test
    void theSummaryCountsTheSame() {
        JsonNode orders = said.json().get("orders");

        assertThat(orders.get("accepted").asLong()).isEqualTo(8);
        assertThat(orders.get("filled").asLong()).isEqualTo(3);
        assertThat(orders.get("cancelled").asLong()).isEqualTo(3);
        assertThat(orders.get("expired").asLong()).isEqualTo(2);
        assertThat(orders.get("replaced").asLong()).isEqualTo(1);
        assertThat(orders.get("open").asLong()).isZero();
        assertThat(orders.get("rejected").get("INCORRECT_QUANTITY").asLong()).isEqualTo(6);
        assertThat(said.json().get("lots").asLong()).isEqualTo(13);
        assertThat(said.json().get("turnover").asLong()).isEqualTo(1300);
        assertThat(said.json().get("allocations").asLong()).isEqualTo(2);
        assertThat(said.json().get("dead_letters").asLong()).isZero();
    }

    private static String fill(JsonNode report) {
        return ending(report, "lastLots")
                + "@"
                + report.get("lastPriceTicks").asLong()
                + " leaves "
                + report.get("leavesLots").asLong();
    }

    private static String ending(JsonNode report, String lots) {
        return text(report, "time").substring(11, 16)
                + " "
                + text(report, "account")
                + " "
                + text(report, "clientOrderId")
                + " "
                + report.get(lots).asLong();
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}
