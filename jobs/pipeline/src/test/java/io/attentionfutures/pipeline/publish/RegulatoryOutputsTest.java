package io.attentionfutures.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.schemas.AccountStatus;
import io.attentionfutures.schemas.Alert;
import io.attentionfutures.schemas.AuditRecord;
import io.attentionfutures.schemas.Decision;
import io.attentionfutures.schemas.Evidence;
import io.attentionfutures.schemas.PositionLine;
import io.attentionfutures.schemas.Statement;
import io.attentionfutures.schemas.StatementReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements, audit records and alerts. */
class RegulatoryOutputsTest {
    private static final Instant TIME = Instant.ofEpochMilli(Outputs.TIME);

    @Test
    void everyFieldOfAStatementLandsWhereItShould() {
        assertThat(OutputConverters.statement(Outputs.statement()))
                .isEqualTo(
                        Statement.newBuilder()
                                .setAccount("account")
                                .setSegment("segment")
                                .setTime(TIME)
                                .setSequence(2)
                                .setReason(StatementReason.MARGIN_CALL)
                                .setStatus(AccountStatus.MARGIN_CALL)
                                .setAmount(BigDecimal.valueOf(-3))
                                .setCash(new BigDecimal("1267650600228229401496703205376"))
                                .setReserved(BigDecimal.valueOf(5))
                                .setMaintenance(BigDecimal.valueOf(6))
                                .setDeadline(Instant.ofEpochMilli(7))
                                .setPositions(
                                        List.of(
                                                new PositionLine("contract-2", -8L, 9L),
                                                new PositionLine("contract-1", 10L, 11L)))
                                .build());
    }

    @Test
    void aStatementWithoutACallHasNoDeadline() {
        MarketOutput.StatementIssued periodic =
                Outputs.statement(
                        MarketOutput.StatementReason.PERIODIC,
                        io.attentionfutures.market.margin.AccountStatus.NORMAL,
                        0);
        assertThat(OutputConverters.statement(periodic).getDeadline()).isNull();
    }

    @Test
    void everyFieldOfAnAuditRecordLandsWhereItShould() {
        assertThat(OutputConverters.audit(Outputs.audit()))
                .isEqualTo(
                        AuditRecord.newBuilder()
                                .setSegment("segment")
                                .setTime(TIME)
                                .setSequence(2)
                                .setSourceTime(Instant.ofEpochMilli(3))
                                .setSourceTopic("afm.directives")
                                .setSourcePartition(4)
                                .setSourceOffset(5L)
                                .setKind("directive")
                                .setSubject("d1")
                                .setDecision(Decision.REJECTED)
                                .setRejectionCode("NOT_AUTHORISED")
                                .setText("text")
                                .setPreviousHash("previous")
                                .setHash("hash")
                                .build());
    }

    @Test
    void whatTheMarketEnactedByItselfHasNoSource() {
        AuditRecord audit =
                OutputConverters.audit(
                        Outputs.audit(
                                null,
                                MarketOutput.Decision.ENACTED,
                                MarketOutput.RejectionCode.NONE));
        assertThat(audit.getSourceTopic()).isNull();
        assertThat(audit.getSourcePartition()).isNull();
        assertThat(audit.getSourceOffset()).isNull();
        assertThat(audit.getSourceTime()).isNull();
        assertThat(audit.getRejectionCode()).isEqualTo("NONE");
    }

    @Test
    void everyFieldOfAnAlertLandsWhereItShouldAndItsEvidenceKeepsItsOrder() {
        assertThat(OutputConverters.alert(Outputs.alert("account")))
                .isEqualTo(
                        Alert.newBuilder()
                                .setSegment("segment")
                                .setTime(TIME)
                                .setSequence(2)
                                .setKind("SPOOFING")
                                .setAccount("account")
                                .setContract("contract")
                                .setScore(3.5)
                                .setEvidence(
                                        List.of(
                                                new Evidence("z-first", "1"),
                                                new Evidence("a-second", "2"),
                                                new Evidence("m-third", "")))
                                .build());
    }

    @ParameterizedTest
    @EnumSource
    void everyStatementReasonIsPublic(MarketOutput.StatementReason reason) {
        MarketOutput.StatementIssued statement =
                Outputs.statement(
                        reason, io.attentionfutures.market.margin.AccountStatus.NORMAL, 0);
        assertThat(OutputConverters.statement(statement).getReason())
                .hasToString(reason.name())
                .isNotEqualTo(StatementReason.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void everyAccountStatusIsPublic(io.attentionfutures.market.margin.AccountStatus status) {
        MarketOutput.StatementIssued statement =
                Outputs.statement(MarketOutput.StatementReason.PERIODIC, status, 0);
        assertThat(OutputConverters.statement(statement).getStatus())
                .hasToString(status.name())
                .isNotEqualTo(AccountStatus.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void everyDecisionIsPublic(MarketOutput.Decision decision) {
        MarketOutput.AuditRecorded audit =
                Outputs.audit(null, decision, MarketOutput.RejectionCode.NONE);
        assertThat(OutputConverters.audit(audit).getDecision())
                .hasToString(decision.name())
                .isNotEqualTo(Decision.UNKNOWN);
    }
}
