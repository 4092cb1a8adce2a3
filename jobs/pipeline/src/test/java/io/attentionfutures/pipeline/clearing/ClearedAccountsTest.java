package io.attentionfutures.pipeline.clearing;

import static io.attentionfutures.pipeline.clearing.TradingDay.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.clearing.ClearingHouse;
import io.attentionfutures.schemas.Alert;
import io.attentionfutures.schemas.Allocation;
import io.attentionfutures.schemas.AuditRecord;
import io.attentionfutures.schemas.Statement;
import io.attentionfutures.schemas.StatementReason;
import io.attentionfutures.schemas.Topic;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a day with collateral says to accounts and regulators. */
class ClearedAccountsTest {
    private static final int SEGMENTS = TradingDay.SEGMENTS.size();

    private static ClearedDay day;

    @BeforeAll
    static void clear() throws Exception {
        day = new ClearedDay();
    }

    private static List<Statement> statements() {
        return day.read(Topic.STATEMENTS, Statement.class);
    }

    /** The cash that each account was last told to have. */
    private static Map<String, BigDecimal> lastCash(String segment) {
        Map<String, BigDecimal> cash = new TreeMap<>();
        for (Statement statement : statements()) {
            if (statement.getSegment().equals(segment)) {
                cash.put(statement.getAccount(), statement.getCash());
            }
        }
        return cash;
    }

    @Test
    void everythingThatWasPaidInIsSomewhereAfterTheLastSettlement() {
        for (String segment : TradingDay.SEGMENTS) {
            Map<String, BigDecimal> cash = lastCash(segment);
            assertThat(cash)
                    .hasSize(TradingDay.ACCOUNTS + 3)
                    .containsEntry(ClearingHouse.ESCROW, BigDecimal.ZERO);
            assertThat(cash.get(ClearingHouse.FEES)).isPositive();
            assertThat(cash.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualTo(BigDecimal.valueOf(DayRecords.DEPOSITED));
        }
    }

    @Test
    void afterTheLastSettlementNobodyHoldsAPosition() {
        Map<String, Statement> last = new TreeMap<>();
        statements().forEach(s -> last.put(s.getSegment() + "/" + s.getAccount(), s));
        assertThat(last.values())
                .allSatisfy(
                        statement -> {
                            assertThat(statement.getPositions()).isEmpty();
                            assertThat(statement.getMaintenance()).isZero();
                        });
    }

    @Test
    void everyAcceptedTransferHasItsStatementAndMarginIsCalled() {
        assertThat(statements())
                .filteredOn(statement -> statement.getReason() == StatementReason.TRANSFER)
                .hasSize((TradingDay.ACCOUNTS + 2) * SEGMENTS);
        assertThat(statements())
                .extracting(Statement::getReason)
                .contains(
                        StatementReason.PERIODIC,
                        StatementReason.MARGIN_CALL,
                        StatementReason.MARGIN_RESTORED,
                        StatementReason.LIQUIDATION,
                        StatementReason.DEFAULT);
        assertThat(statements())
                .filteredOn(statement -> statement.getReason() == StatementReason.MARGIN_CALL)
                .noneMatch(statement -> statement.getSegment().equals(TradingDay.ON_CREDIT))
                .allMatch(
                        statement ->
                                statement
                                        .getDeadline()
                                        .equals(statement.getTime().plusMillis(10 * MINUTE)));
    }

    @Test
    void theShortProviderAloneFailsToDeliver() {
        assertThat(day.read(Topic.AUDIT, AuditRecord.class))
                .filteredOn(record -> record.getKind().equals("failure to deliver"))
                .isNotEmpty()
                .allMatch(
                        record ->
                                record.getText()
                                        .startsWith(DayRecords.SHORT_PROVIDER + " delivered 0.0"))
                .extracting(AuditRecord::getSubject)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(soldByTheShortProvider());
    }

    /** Delivery of an hour without telemetry is presumed. */
    private static Set<String> soldByTheShortProvider() {
        Set<String> sold = new TreeSet<>();
        for (Allocation allocation : day.read(Topic.ALLOCATIONS, Allocation.class)) {
            if (allocation.getProvider().equals(DayRecords.SHORT_PROVIDER)) {
                sold.add(allocation.getContract());
            }
        }
        TradingDay.SEGMENTS.forEach(
                segment -> sold.remove(TradingDay.contract(segment, DayRecords.DARK_HOUR)));
        return sold;
    }

    @Test
    void theAuditTrailIsOneChainPerSegment() {
        Map<String, String> last = new HashMap<>();
        for (AuditRecord record : day.read(Topic.AUDIT, AuditRecord.class)) {
            String before = last.put(record.getSegment(), record.getHash());
            assertThat(record.getPreviousHash())
                    .isEqualTo(before == null ? "0".repeat(64) : before);
        }
        assertThat(last.keySet()).containsExactlyInAnyOrderElementsOf(TradingDay.SEGMENTS);
    }

    /** Judged at gate closure, with evidence. */
    @Test
    void conductIsReported() {
        List<Alert> alerts = day.read(Topic.SURVEILLANCE, Alert.class);
        assertThat(alerts)
                .extracting(Alert::getKind)
                .contains("CONCENTRATION", "RESIDUAL_SUPPLY", "WITHHELD");
        assertThat(alerts)
                .allSatisfy(
                        alert -> {
                            assertThat(alert.getEvidence()).isNotEmpty();
                            assertThat(alert.getTime().toEpochMilli())
                                    .isEqualTo(
                                            ContractCode.parse(alert.getContract()).startMillis()
                                                    - 15 * MINUTE);
                        });
    }

    @Test
    void everyRecordIsAnsweredOnTheAuditTrail() {
        Map<String, Long> answers =
                day.read(Topic.AUDIT, AuditRecord.class).stream()
                        .collect(
                                Collectors.groupingBy(
                                        record ->
                                                record.getKind()
                                                        + " "
                                                        + record.getDecision()
                                                        + " "
                                                        + record.getRejectionCode(),
                                        Collectors.counting()));
        long deposits = TradingDay.ACCOUNTS + 1;
        assertThat(answers)
                .containsEntry("account ACCEPTED NONE", deposits * SEGMENTS)
                .containsEntry("contract specification ACCEPTED NONE", (long) SEGMENTS)
                .containsEntry(
                        "contract specification REJECTED INVALID_SPECIFICATION", (long) SEGMENTS)
                .containsEntry("collateral transfer ACCEPTED NONE", (deposits + 1) * SEGMENTS)
                .containsEntry("collateral transfer REJECTED DUPLICATE_RECORD", (long) SEGMENTS)
                .containsEntry(
                        "collateral transfer REJECTED INSUFFICIENT_COLLATERAL", (long) SEGMENTS)
                .containsEntry("directive ACCEPTED NONE", 2L * SEGMENTS)
                .containsEntry("directive REJECTED DUPLICATE_RECORD", (long) SEGMENTS)
                .containsEntry("directive REJECTED NOT_AUTHORISED", (long) SEGMENTS)
                .containsKeys("margin call ENACTED NONE", "liquidation ENACTED NONE");
    }
}
