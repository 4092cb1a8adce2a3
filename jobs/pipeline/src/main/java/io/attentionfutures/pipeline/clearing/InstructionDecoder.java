package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.pipeline.log.FieldLimits;
import io.attentionfutures.pipeline.log.LogDecoder;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.schemas.CollateralTransfer;
import io.attentionfutures.schemas.Directive;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import org.apache.flink.util.Collector;

/**
 * Decodes transfers of collateral and regulators' directives, and routes each to the segment that
 * it names.
 */
public final class InstructionDecoder extends LogDecoder<SegmentEvent> {
    private static final long serialVersionUID = 1L;

    private transient RecordCodec<CollateralTransfer> transfers;
    private transient RecordCodec<Directive> directives;

    @Override
    protected void prepare() {
        transfers = codec(CollateralTransfer.class);
        directives = codec(Directive.class);
    }

    @Override
    protected void decode(LoggedRecord record, long effectiveMillis, Collector<SegmentEvent> out)
            throws MalformedRecordException {
        LogPosition position = EventConverters.position(record, effectiveMillis);
        if (record.topic().equals(Topic.COLLATERAL.topicName())) {
            CollateralTransfer transfer = transfers.decode(record.value());
            FieldLimits.requireName("transferId", transfer.getTransferId());
            FieldLimits.requireName("account", transfer.getAccount());
            FieldLimits.requireName("segment", transfer.getSegment());
            out.collect(
                    new SegmentEvent(
                            transfer.getSegment(), EventConverters.transfer(transfer, position)));
        } else {
            Directive directive = directives.decode(record.value());
            FieldLimits.requireName("directiveId", directive.getDirectiveId());
            FieldLimits.requireName("issuer", directive.getIssuer());
            FieldLimits.requireName("segment", directive.getSegment());
            FieldLimits.requireName("target", directive.getTarget());
            out.collect(
                    new SegmentEvent(
                            directive.getSegment(),
                            EventConverters.directive(directive, position)));
        }
    }
}
