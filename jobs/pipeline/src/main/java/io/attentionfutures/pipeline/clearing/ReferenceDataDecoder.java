package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.pipeline.log.FieldLimits;
import io.attentionfutures.pipeline.log.LogDecoder;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.util.Collector;

/**
 * Decodes contract specifications and accounts: a specification goes to its market's segment, an
 * account to every segment that it trades in.
 */
public final class ReferenceDataDecoder extends LogDecoder<SegmentEvent> {
    private static final long serialVersionUID = 1L;

    private final SegmentRouting routing;
    private transient RecordCodec<io.attentionfutures.schemas.ContractSpecification> contracts;
    private transient RecordCodec<io.attentionfutures.schemas.Account> accounts;

    public ReferenceDataDecoder(SegmentRouting routing) {
        this.routing = routing;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        super.open(context);
        contracts = RecordCodec.of(io.attentionfutures.schemas.ContractSpecification.class);
        accounts = RecordCodec.of(io.attentionfutures.schemas.Account.class);
    }

    @Override
    protected void decode(LoggedRecord record, long effectiveMillis, Collector<SegmentEvent> out)
            throws MalformedRecordException {
        LogPosition position =
                new LogPosition(
                        effectiveMillis, record.topic(), record.partition(), record.offset());
        if (record.topic().equals(Topic.CONTRACTS.topicName())) {
            specification(record, position, out);
        } else {
            account(record, position, out);
        }
    }

    private void specification(
            LoggedRecord record, LogPosition position, Collector<SegmentEvent> out)
            throws MalformedRecordException {
        ContractSpecification specification =
                EventConverters.specification(contracts.decode(record.value()));
        FieldLimits.requireName("market", specification.market());
        FieldLimits.requireName("resourceUnit", specification.resourceUnit());
        String segment = routing.ofMarket(specification.market());
        if (!segment.equals(specification.segment())) {
            throw new MalformedRecordException(
                    "market "
                            + specification.market()
                            + " is cleared in segment '"
                            + segment
                            + "', not '"
                            + specification.segment()
                            + "': correct the record or the option afm.market.segments");
        }
        out.collect(
                new SegmentEvent(
                        segment, new MarketEvent.SpecificationChanged(position, specification)));
    }

    private void account(LoggedRecord record, LogPosition position, Collector<SegmentEvent> out)
            throws MalformedRecordException {
        io.attentionfutures.schemas.Account decoded = accounts.decode(record.value());
        FieldLimits.requireName("account", decoded.getAccount());
        for (String segment : decoded.getSegments()) {
            FieldLimits.requireName("segment", segment);
        }
        Account account = EventConverters.account(decoded);
        if (decoded.getSegments().isEmpty()) {
            throw new MalformedRecordException(
                    "account " + account.id() + " names no segment to trade in");
        }
        for (String segment : decoded.getSegments()) {
            out.collect(
                    new SegmentEvent(segment, new MarketEvent.AccountChanged(position, account)));
        }
    }
}
