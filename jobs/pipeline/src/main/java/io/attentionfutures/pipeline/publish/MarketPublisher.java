package io.attentionfutures.pipeline.publish;

import io.attentionfutures.market.clearing.MarketOutput;
import io.attentionfutures.schemas.Alert;
import io.attentionfutures.schemas.Allocation;
import io.attentionfutures.schemas.AuditRecord;
import io.attentionfutures.schemas.BookDepth;
import io.attentionfutures.schemas.ExecutionReport;
import io.attentionfutures.schemas.Price;
import io.attentionfutures.schemas.Statement;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.nio.charset.StandardCharsets;

/** Encodes what a clearing segment says for its public topic. Not thread-safe. */
public final class MarketPublisher {
    private final RecordCodec<Price> prices = RecordCodec.of(Price.class);
    private final RecordCodec<BookDepth> depths = RecordCodec.of(BookDepth.class);
    private final RecordCodec<ExecutionReport> executions = RecordCodec.of(ExecutionReport.class);
    private final RecordCodec<Allocation> allocations = RecordCodec.of(Allocation.class);
    private final RecordCodec<Statement> statements = RecordCodec.of(Statement.class);
    private final RecordCodec<AuditRecord> audits = RecordCodec.of(AuditRecord.class);
    private final RecordCodec<Alert> alerts = RecordCodec.of(Alert.class);

    /** Returns the record of an output. */
    public PublishedRecord publish(MarketOutput output) {
        if (output instanceof MarketOutput.ExecutionReport report) {
            return record(
                    Topic.EXECUTIONS,
                    report,
                    report.account(),
                    executions.encode(OutputConverters.execution(report)));
        }
        if (output instanceof MarketOutput.PricePublished price) {
            return record(
                    Topic.PRICES,
                    price,
                    price.contract(),
                    prices.encode(OutputConverters.price(price)));
        }
        if (output instanceof MarketOutput.DepthPublished depth) {
            return record(
                    Topic.DEPTH,
                    depth,
                    depth.contract(),
                    depths.encode(OutputConverters.depth(depth)));
        }
        if (output instanceof MarketOutput.StatementIssued statement) {
            return record(
                    Topic.STATEMENTS,
                    statement,
                    statement.account(),
                    statements.encode(OutputConverters.statement(statement)));
        }
        if (output instanceof MarketOutput.AuditRecorded audit) {
            return record(
                    Topic.AUDIT,
                    audit,
                    audit.segment(),
                    audits.encode(OutputConverters.audit(audit)));
        }
        if (output instanceof MarketOutput.AlertRaised alert) {
            return record(
                    Topic.SURVEILLANCE,
                    alert,
                    alert.account().isEmpty() ? alert.contract() : alert.account(),
                    alerts.encode(OutputConverters.alert(alert)));
        }
        MarketOutput.AllocationGranted allocation = (MarketOutput.AllocationGranted) output;
        return record(
                Topic.ALLOCATIONS,
                allocation,
                allocation.account(),
                allocations.encode(OutputConverters.allocation(allocation)));
    }

    private static PublishedRecord record(
            Topic topic, MarketOutput output, String key, byte[] value) {
        return new PublishedRecord(
                topic.topicName(),
                output.timeMillis(),
                key.getBytes(StandardCharsets.UTF_8),
                value);
    }
}
