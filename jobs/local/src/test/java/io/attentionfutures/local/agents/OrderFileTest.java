package io.attentionfutures.local.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.local.UserError;
import io.attentionfutures.market.Role;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.TimeInForce;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFileTest {
    static {
        // Makes Avro trust the market's records, before one is built.
        RecordCodec.of(OrderCommand.class);
    }

    private static final String GOOD = "2026-01-05T00:10:00Z,ada,new,1,,M.R,buy,limit,gtc,5,100";

    @TempDir private Path folder;

    @Test
    void aRowIsACommandAndItsTime() throws Exception {
        List<TimedCommand> commands =
                read(GOOD, "2026-01-05T00:10:00.250Z,bea,REPLACE,2,1,M.R,,,,-7,");

        assertThat(commands)
                .containsExactly(
                        new TimedCommand(
                                Instant.parse("2026-01-05T00:10:00Z").toEpochMilli(),
                                OrderCommand.newBuilder()
                                        .setAccount("ada")
                                        .setClientOrderId("1")
                                        .setContract("M.R")
                                        .setAction(OrderAction.NEW)
                                        .setSide(OrderSide.BUY)
                                        .setOrderType(OrderType.LIMIT)
                                        .setTimeInForce(TimeInForce.GTC)
                                        .setLots(5)
                                        .setLimitTicks(100)
                                        .build()),
                        new TimedCommand(
                                Instant.parse("2026-01-05T00:10:00.250Z").toEpochMilli(),
                                OrderCommand.newBuilder()
                                        .setAccount("bea")
                                        .setClientOrderId("2")
                                        .setOriginalClientOrderId("1")
                                        .setContract("M.R")
                                        .setAction(OrderAction.REPLACE)
                                        .setLots(-7)
                                        .setLimitTicks(0)
                                        .build()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "noon,ada,new,1,,M.R,buy,limit,gtc,5,1|timestamp 'noon' is not ISO 8601 UTC",
                "2026-01-05,ada,new,1,,M.R,buy,limit,gtc,5,1|timestamp '2026-01-05' is not ISO 8601"
                        + " UTC",
                "+1000000000-01-01T00:00:00Z,ada,new,1,,M.R,buy,limit,gtc,5,1|timestamp"
                        + " '+1000000000-01-01T00:00:00Z' is not ISO 8601 UTC",
                "2026-01-05T00:11:00Z,ada,buy,1,,M.R,buy,limit,gtc,5,1|action 'buy' is not one of"
                        + " [NEW, CANCEL, REPLACE, NEW_BLOCK]",
                "2026-01-05T00:11:00Z,ada,new,1,,M.R,long,limit,gtc,5,1|side 'long' is not one of"
                        + " [BUY, SELL]",
                "2026-01-05T00:11:00Z,ada,new,1,,M.R,buy,stop,gtc,5,1|type 'stop' is not one of"
                        + " [LIMIT, MARKET]",
                "2026-01-05T00:11:00Z,ada,new,1,,M.R,buy,limit,day,5,1|time_in_force 'day' is not"
                        + " one of [GTC, IOC, FOK, GTD]",
                "2026-01-05T00:11:00Z,ada,new,1,,M.R,buy,limit,gtc,1.5,1|lots '1.5' is not a whole"
                        + " number",
                "2026-01-05T00:11:00Z,ada,new,1,,M.R,buy,limit,gtc,5,9223372036854775808"
                        + "|limit_ticks '9223372036854775808' is not a whole number",
                "2026-01-05T00:09:59Z,ada,new,1,,M.R,buy,limit,gtc,5,1|rows must be sorted by time",
                "2026-01-05T00:11:00Z,ada,new|expected 11 fields, found 3",
                "2026-01-05T00:11:00Z,ada,new,1,,M.R,buy,limit,gtc,5,1,2|expected 11 fields,"
                        + " found 12",
            })
    void aWrongRowIsNamedByFileAndLine(String row, String fault) {
        assertThatThrownBy(() -> read(GOOD, row))
                .isInstanceOf(UserError.class)
                .hasMessage(folder.resolve("orders.csv") + ":3: " + fault);
    }

    @Test
    void moreColumnsAreForBlockOrdersAndForOrdersThatExpire() throws Exception {
        Path file = folder.resolve("orders.csv");
        Files.writeString(
                file,
                OrderFile.HEADER
                        + OrderFile.MORE_COLUMNS
                        + "\n"
                        + "2026-01-05T00:10:00Z,ada,new_block,1,,M.R,buy,,,5,100,3,\n"
                        + "2026-01-05T00:10:00Z,ada,new,2,,M.R,buy,limit,gtd,5,100,,"
                        + "2026-01-05T01:00:00Z\n"
                        + "2026-01-05T00:10:00Z,ada,new,3,,M.R,buy,limit,fok,5,100,,\n");

        List<OrderCommand> commands =
                OrderFile.read(file).stream().map(TimedCommand::command).toList();

        assertThat(commands).extracting(OrderCommand::getPeriods).containsExactly(3, 0, 0);
        assertThat(commands.get(0).getAction()).isEqualTo(OrderAction.NEW_BLOCK);
        assertThat(commands.get(1).getTimeInForce()).isEqualTo(TimeInForce.GTD);
        assertThat(commands.get(1).getExpiresAt()).isEqualTo(Instant.parse("2026-01-05T01:00:00Z"));
        assertThat(commands.get(2).getTimeInForce()).isEqualTo(TimeInForce.FOK);
        assertThat(commands.get(2).getExpiresAt()).isEqualTo(Instant.EPOCH);
    }

    @ParameterizedTest
    @CsvSource({
        "'x,',periods 'x' is not a whole number",
        "'4294967296,',periods '4294967296' is too large",
        "',noon',expires_at 'noon' is not ISO 8601 UTC",
    })
    void aWrongValueInThemIsNamed(String more, String fault) throws Exception {
        Path file = folder.resolve("orders.csv");
        Files.writeString(
                file, OrderFile.HEADER + OrderFile.MORE_COLUMNS + "\n" + GOOD + "," + more + "\n");

        assertThatThrownBy(() -> OrderFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessage(file + ":2: " + fault);
    }

    @Test
    void anotherHeaderIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("other.csv"), "time,account\n1,ada\n");

        assertThatThrownBy(() -> OrderFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessage(file + ":1: expected the header " + OrderFile.HEADER);
    }

    @Test
    void aFileWithoutOrdersIsRefused() throws Exception {
        assertThatThrownBy(this::read)
                .isInstanceOf(UserError.class)
                .hasMessage(
                        folder.resolve("orders.csv")
                                + " has no orders; expected the header "
                                + OrderFile.HEADER);
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertThatThrownBy(() -> OrderFile.read(empty))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(empty.toString());
    }

    @Test
    void whatCannotBeReadIsNamedInOneLine() throws Exception {
        Path missing = folder.resolve("missing.csv");
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {'a', (byte) 0xff, 10});

        for (Path file : List.of(missing, binary, folder)) {
            assertThatThrownBy(() -> OrderFile.read(file))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void aCommandCanUseQuotes() throws Exception {
        assertThat(
                        read("2026-01-05T00:10:00Z,\"a,b\",new,1,,M.R,buy,limit,gtc,5,100")
                                .get(0)
                                .command()
                                .getAccount())
                .isEqualTo("a,b");
    }

    @Test
    void whoOnlySellsProvidesWhoOnlyBuysConsumesAndWhoDoesBothInvests() throws Exception {
        List<TimedCommand> commands =
                read(
                        "2026-01-05T00:10:00Z,ada,new,1,,M.R,buy,limit,gtc,5,1",
                        "2026-01-05T00:10:00Z,sol,new,1,,M.R,sell,limit,gtc,5,1",
                        "2026-01-05T00:10:00Z,max,new,1,,M.R,sell,limit,gtc,5,1",
                        "2026-01-05T00:10:00Z,max,new,2,,M.R,buy,limit,gtc,5,1",
                        "2026-01-05T00:10:00Z,max,new,3,,M.R,sell,limit,gtc,5,1",
                        "2026-01-05T00:10:00Z,nil,cancel,1,1,M.R,,,,,",
                        "2026-01-05T00:10:00Z,,new,1,,M.R,buy,limit,gtc,5,1");

        assertThat(OrderFile.roles(commands))
                .containsOnlyKeys("ada", "sol", "max")
                .containsEntry("ada", Role.CONSUMER)
                .containsEntry("sol", Role.PROVIDER)
                .containsEntry("max", Role.INVESTOR);
    }

    private List<TimedCommand> read(String... rows) throws IOException {
        Path file = folder.resolve("orders.csv");
        Files.writeString(file, OrderFile.HEADER + "\n" + String.join("\n", rows) + "\n");
        return OrderFile.read(file);
    }
}
