package io.attentionfutures.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.forecast.telemetry.TelemetrySample;
import io.attentionfutures.local.agents.TimedCommand;
import io.attentionfutures.local.agents.TimedRecord;
import io.attentionfutures.local.trace.TenantNeeds;
import io.attentionfutures.local.trace.Trace;
import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.CollateralTransfer;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.Role;
import io.attentionfutures.schemas.TransferKind;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MarketPlanTest {
    static {
        // Makes Avro trust the market's records, before one is built.
        RecordCodec.of(OrderCommand.class);
    }

    private static final long START = Instant.parse("2026-01-05T00:20:00Z").toEpochMilli();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    @Test
    void eachMarketHasASpecificationAndEachSegmentAllAccounts() {
        MarketPlan plan = plan(Optional.of(1L), List.of());

        assertThat(plan.specifications())
                .extracting(ContractSpecification::getMarket)
                .containsExactly("A.EUW1", "B.USE1");
        assertThat(plan.accounts())
                .allSatisfy(
                        account -> {
                            assertThat(account.getSegments()).containsExactly("EUW1", "USE1");
                            assertThat(account.getActive()).isTrue();
                        });
    }

    @Test
    void tenantsConsumeAndThePopulationProvidesAndInvests() {
        assertThat(roles(plan(Optional.of(1L), List.of())))
                .containsOnlyKeys(
                        "ada",
                        "bea",
                        "provider-north",
                        "provider-south",
                        "provider-west",
                        "investor-alpha",
                        "investor-beta",
                        "investor-gamma",
                        "regulator",
                        "you")
                .containsEntry("ada", Role.CONSUMER)
                .containsEntry("provider-north", Role.PROVIDER)
                .containsEntry("investor-beta", Role.INVESTOR)
                .containsEntry("regulator", Role.REGULATOR)
                .containsEntry("you", Role.CONSUMER);
    }

    @Test
    void withoutAPopulationOnlyTheOrderFileAndTheUserTakePart() {
        assertThat(roles(plan(Optional.empty(), List.of()))).containsOnlyKeys("regulator", "you");
        assertThat(roles(plan(Optional.empty(), List.of(sale(START)))))
                .containsOnlyKeys("regulator", "sol", "you")
                .containsEntry("sol", Role.PROVIDER);
    }

    @Test
    void everybodyButTheRegulatorIsFundedInEverySegmentWhenTheClockStarts() {
        MarketPlan plan = plan(Optional.of(1L), List.of());
        Map<String, Set<String>> segments = new TreeMap<>();
        for (TimedRecord instruction : plan.instructions()) {
            if (instruction.timeMillis() == plan.startMillis()) {
                CollateralTransfer deposit = (CollateralTransfer) instruction.record();
                assertThat(deposit.getKind()).isEqualTo(TransferKind.DEPOSIT);
                assertThat(deposit.getAmount()).isPositive();
                segments.computeIfAbsent(deposit.getAccount(), account -> new TreeSet<>())
                        .add(deposit.getSegment());
            }
        }

        Set<String> expected = new TreeSet<>(roles(plan).keySet());
        expected.remove("regulator");
        expected.add("house.default-fund");
        assertThat(segments).containsOnlyKeys(expected);
        assertThat(segments.values())
                .allSatisfy(names -> assertThat(names).containsExactly("EUW1", "USE1"));
    }

    @Test
    void anAccountOfAnOrderFileHasVerifiedWhatItSellsAndHoldsWhatItCouldLose() {
        MarketPlan plan = plan(Optional.empty(), List.of(sale(START), sale(START + HOUR)));
        Account seller =
                plan.accounts().stream()
                        .filter(account -> account.getAccount().equals("sol"))
                        .findAny()
                        .orElseThrow();
        CollateralTransfer deposit =
                plan.instructions().stream()
                        .map(instruction -> (CollateralTransfer) instruction.record())
                        .filter(
                                transfer ->
                                        transfer.getAccount().equals("sol")
                                                && transfer.getSegment().equals("EUW1"))
                        .findAny()
                        .orElseThrow();

        assertThat(seller.getVerifiedLots()).containsOnly(Map.entry("A.EUW1", 2L));
        assertThat(deposit.getAmount())
                .isGreaterThan(4 * 2 * plan.specifications().get(0).getCapTicks());
    }

    @Test
    void theClockStartsWithThePeriodOfWhatComesFirst() {
        assertThat(plan(Optional.of(1L), List.of()).startMillis()).isEqualTo(START - 20 * MINUTE);
        assertThat(plan(Optional.empty(), List.of(sale(START - 21 * MINUTE))).startMillis())
                .isEqualTo(START - 80 * MINUTE);
    }

    @Test
    void theClockStopsWhenTheLastWindowHasClosedAndTheLastOrderIsIn() {
        Duration lateness = Duration.ofMinutes(1);
        long lastWindow = START + 40 * MINUTE;

        assertThat(plan(Optional.of(1L), List.of()).endMillis(lateness))
                .isEqualTo(lastWindow + 3 * MINUTE);
        assertThat(
                        plan(Optional.empty(), List.of(sale(START), sale(START + 9 * HOUR)))
                                .endMillis(lateness))
                .isEqualTo(lastWindow + 9 * HOUR + 3 * MINUTE);
    }

    private static MarketPlan plan(Optional<Long> seed, List<TimedCommand> orders) {
        Trace trace =
                Trace.of(
                        "test",
                        List.of(
                                new TelemetrySample(2, START, "A.EUW1", "ada", 1, 2),
                                new TelemetrySample(3, START + 10 * MINUTE, "A.EUW1", "ada", 1, 2),
                                new TelemetrySample(4, START + 10 * MINUTE, "B.USE1", "bea", 1, 2),
                                new TelemetrySample(
                                        5, START + 20 * MINUTE, "B.USE1", "bea", 1, 2)));
        return MarketPlan.of(
                trace,
                new TenantNeeds(trace, HOUR, CapacityRule.SUM),
                Duration.ofMinutes(1),
                seed,
                orders);
    }

    private static TimedCommand sale(long timeMillis) {
        return new TimedCommand(
                timeMillis,
                OrderCommand.newBuilder()
                        .setAccount("sol")
                        .setClientOrderId("1")
                        .setContract("A.EUW1.1H.20260105T03Z")
                        .setAction(OrderAction.NEW)
                        .setSide(OrderSide.SELL)
                        .setLots(1)
                        .setLimitTicks(1)
                        .build());
    }

    private static Map<String, Role> roles(MarketPlan plan) {
        Map<String, Role> roles = new HashMap<>();
        for (Account account : plan.accounts()) {
            roles.put(account.getAccount(), account.getRole());
        }
        return roles;
    }
}
