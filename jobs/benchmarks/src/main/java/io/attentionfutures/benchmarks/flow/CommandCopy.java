package io.attentionfutures.benchmarks.flow;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.clearing.MarketEvent;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import io.attentionfutures.pipeline.clearing.SegmentEvent;
import io.attentionfutures.pipeline.publish.MarketPublisher;
import io.attentionfutures.pipeline.publish.PublishedRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;

/** Repeats every command in an execution report. */
final class CommandCopy extends RichFlatMapFunction<SegmentEvent, PublishedRecord> {
    private static final long serialVersionUID = 1L;

    private transient MarketPublisher publisher;
    private transient long sequence;

    @Override
    public void open(OpenContext context) {
        publisher = new MarketPublisher();
    }

    @Override
    public void flatMap(SegmentEvent routed, Collector<PublishedRecord> out) {
        if (routed.event() instanceof MarketEvent.NewOrder order) {
            out.collect(
                    copy(
                            routed.segment(),
                            order,
                            "",
                            ExecutionType.NEW,
                            order.side(),
                            order.limitTicks(),
                            order.lots()));
        } else if (routed.event() instanceof MarketEvent.ReplaceOrder order) {
            out.collect(
                    copy(
                            routed.segment(),
                            order,
                            order.originalClientOrderId(),
                            ExecutionType.REPLACED,
                            Side.BUY,
                            order.limitTicks(),
                            order.lots()));
        } else if (routed.event() instanceof MarketEvent.CancelOrder order) {
            out.collect(
                    copy(
                            routed.segment(),
                            order,
                            order.originalClientOrderId(),
                            ExecutionType.CANCELED,
                            Side.BUY,
                            0,
                            0));
        }
    }

    private PublishedRecord copy(
            String segment,
            MarketEvent.OrderCommand command,
            String original,
            ExecutionType type,
            Side side,
            long limitTicks,
            long lots) {
        return publisher.publish(
                new ExecutionReport(
                        segment,
                        command.position().timeMillis(),
                        sequence++,
                        command.position(),
                        command.account(),
                        command.clientOrderId(),
                        original,
                        command.contract(),
                        type,
                        side,
                        limitTicks,
                        lots,
                        0,
                        lots,
                        0,
                        0,
                        0,
                        RejectionCode.NONE,
                        ""));
    }
}
