package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.clearing.LogPosition;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import io.attentionfutures.pipeline.log.FieldLimits;
import io.attentionfutures.pipeline.log.LogDecoder;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.schemas.Account;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import java.util.List;
import org.apache.flink.util.Collector;

/**
 * Decodes contract specifications and accounts: a specification goes to its market's segment, an
 * account to every segment that it trades in. One that can be read but cannot hold goes there too,
 * as refused, so that its author finds the reason on the audit topic.
 */
public final class ReferenceDataDecoder extends LogDecoder<SegmentEvent> {
    private static final long serialVersionUID = 1L;
    private static final String SPECIFICATION = "contract specification";
    private static final String ACCOUNT = "account";

    private final SegmentRouting routing;
    private transient RecordCodec<ContractSpecification> contracts;
    private transient RecordCodec<Account> accounts;

    public ReferenceDataDecoder(SegmentRouting routing) {
        this.routing = routing;
    }

    @Override
    protected void prepare() {
        contracts = codec(ContractSpecification.class);
        accounts = codec(Account.class);
    }

    @Override
    protected void decode(LoggedRecord record, long effectiveMillis, Collector<SegmentEvent> out)
            throws MalformedRecordException {
        LogPosition position = EventConverters.position(record, effectiveMillis);
        if (record.topic().equals(Topic.CONTRACTS.topicName())) {
            ContractSpecification decoded = contracts.decode(record.value());
            FieldLimits.requireName("market", decoded.getMarket());
            FieldLimits.requireName("segment", decoded.getSegment());
            FieldLimits.requireName("resourceUnit", decoded.getResourceUnit());
            FieldLimits.requireName("baselineAccount", decoded.getBaselineAccount());
            out.collect(
                    new SegmentEvent(
                            routing.ofMarket(decoded.getMarket()),
                            specification(decoded, position)));
        } else {
            Account decoded = accounts.decode(record.value());
            List<String> segments = segments(decoded);
            MarketEvent event = account(decoded, position);
            for (String segment : segments) {
                out.collect(new SegmentEvent(segment, event));
            }
        }
    }

    private MarketEvent specification(ContractSpecification decoded, LogPosition position) {
        String segment = routing.ofMarket(decoded.getMarket());
        if (!segment.equals(decoded.getSegment())) {
            return refused(
                    position,
                    SPECIFICATION,
                    decoded.getMarket(),
                    RejectionCode.INVALID_SPECIFICATION,
                    "market "
                            + decoded.getMarket()
                            + " is cleared in segment '"
                            + segment
                            + "', not '"
                            + decoded.getSegment()
                            + "': correct the record or the option afm.market.segments");
        }
        try {
            return new MarketEvent.SpecificationChanged(
                    position, ReferenceDataConverters.specification(decoded));
        } catch (IllegalArgumentException e) {
            return refused(
                    position,
                    SPECIFICATION,
                    decoded.getMarket(),
                    RejectionCode.INVALID_SPECIFICATION,
                    e.getMessage());
        }
    }

    /** Returns the segments of an account, each once: there is nobody to answer if it has none. */
    private static List<String> segments(Account decoded) throws MalformedRecordException {
        FieldLimits.requireName("account", decoded.getAccount());
        for (String segment : decoded.getSegments()) {
            FieldLimits.requireName("segment", segment);
        }
        for (String market : decoded.getVerifiedLots().keySet()) {
            FieldLimits.requireName("market of verifiedLots", market);
        }
        if (decoded.getSegments().isEmpty()) {
            throw new MalformedRecordException(
                    "account " + decoded.getAccount() + " names no segment to trade in");
        }
        return decoded.getSegments().stream().distinct().toList();
    }

    private static MarketEvent account(Account decoded, LogPosition position) {
        try {
            return new MarketEvent.AccountChanged(
                    position, ReferenceDataConverters.account(decoded));
        } catch (IllegalArgumentException e) {
            return refused(
                    position,
                    ACCOUNT,
                    decoded.getAccount(),
                    RejectionCode.INVALID_VALUE,
                    e.getMessage());
        }
    }

    private static MarketEvent refused(
            LogPosition position, String kind, String subject, RejectionCode code, String reason) {
        return new MarketEvent.RecordRefused(position, kind, subject, code, reason);
    }
}
