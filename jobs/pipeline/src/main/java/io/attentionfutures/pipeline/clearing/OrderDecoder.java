package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.pipeline.log.FieldLimits;
import io.attentionfutures.pipeline.log.LogDecoder;
import io.attentionfutures.pipeline.log.LoggedRecord;
import io.attentionfutures.pipeline.log.RefusedRecordException;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.wire.MalformedRecordException;
import io.attentionfutures.schemas.wire.RecordCodec;
import org.apache.flink.util.Collector;

/**
 * Decodes order commands and routes each to its contract's segment. A command on {@code
 * afm.orders.<account>} for another account is refused: who may write to the topic may trade for
 * that account alone.
 */
public final class OrderDecoder extends LogDecoder<SegmentEvent> {
    private static final long serialVersionUID = 1L;

    private final SegmentRouting routing;
    private transient RecordCodec<OrderCommand> codec;

    public OrderDecoder(SegmentRouting routing) {
        this.routing = routing;
    }

    @Override
    protected void prepare() {
        codec = codec(OrderCommand.class);
    }

    @Override
    protected void decode(LoggedRecord record, long effectiveMillis, Collector<SegmentEvent> out)
            throws MalformedRecordException, RefusedRecordException {
        OrderCommand command = codec.decode(record.value());
        FieldLimits.requireName("account", command.getAccount());
        FieldLimits.requireName("clientOrderId", command.getClientOrderId());
        FieldLimits.requireName("originalClientOrderId", command.getOriginalClientOrderId());
        FieldLimits.requireName("contract", command.getContract());
        if (record.topic().startsWith(Topic.ACCOUNT_ORDERS)
                && !record.topic()
                        .substring(Topic.ACCOUNT_ORDERS.length())
                        .equals(command.getAccount())) {
            throw new RefusedRecordException(
                    "FORBIDDEN_ACCOUNT",
                    "account '"
                            + command.getAccount()
                            + "' may not trade on topic "
                            + record.topic());
        }
        out.collect(
                new SegmentEvent(
                        routing.ofContract(command.getContract()),
                        EventConverters.command(
                                command, EventConverters.position(record, effectiveMillis))));
    }
}
