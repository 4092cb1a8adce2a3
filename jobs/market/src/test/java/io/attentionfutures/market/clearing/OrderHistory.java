package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.Side;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.clearing.MarketEvent.NewBlockOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.OrderCommand;
import io.attentionfutures.market.clearing.MarketOutput.DepthPublished;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Follows every order of a {@link RandomLife} through its reports, and insists that they make
 * sense: one answer to a command, one end to an order, quantities that add up, limits, dates and
 * all-or-none kept.
 */
final class OrderHistory implements Life.Step {
    /** An order that rests, with what its owner asked for. */
    private record Known(String contract, String id, long expiresMillis, NewBlockOrder block) {
        boolean killed() {
            return id.startsWith("f");
        }
    }

    private final Map<String, Known> alive = new HashMap<>();
    private final Set<String> dead = new HashSet<>();
    private final Map<String, List<ExecutionReport>> blockTrades = new TreeMap<>();
    private final Map<String, Known> tradedBlocks = new HashMap<>();
    private final Map<String, Long> traded = new HashMap<>();
    int trades;
    int blocks;
    int killed;
    int dated;

    @Override
    public void check(MarketEvent event, List<MarketOutput> said) {
        List<ExecutionReport> answers = new ArrayList<>();
        Set<String> called = new HashSet<>();
        List<String> mustEnd = new ArrayList<>();
        alive.forEach((key, order) -> mustEnd.addAll(order.killed() ? List.of(key) : List.of()));
        Map<String, String> contracts = new HashMap<>();
        mustEnd.forEach(key -> contracts.put(key, alive.get(key).contract));
        for (MarketOutput output : said) {
            if (output instanceof ExecutionReport) {
                ExecutionReport report = (ExecutionReport) output;
                follow(event, report);
                if (report.cause() != null) {
                    answers.add(report);
                }
            } else if (output instanceof PricePublished) {
                checkVolume((PricePublished) output);
            } else if (output instanceof DepthPublished) {
                called.add(((DepthPublished) output).contract());
            }
        }
        assertThat(answers).hasSize(event instanceof OrderCommand ? 1 : 0);
        answers.forEach(answer -> assertThat(answer.cause()).isEqualTo(event.position()));
        for (String key : mustEnd) {
            if (called.contains(contracts.get(key))) {
                assertThat(alive).as("killed in its first uncross").doesNotContainKey(key);
            }
        }
        blockTrades.forEach((key, legs) -> checkBlock(tradedBlocks.get(key).block, legs));
        blockTrades.clear();
        tradedBlocks.clear();
    }

    private void follow(MarketEvent event, ExecutionReport report) {
        assertThat(report.orderLots())
                .isEqualTo(report.cumulativeLots() + report.leavesLots() + report.cancelledLots());
        String key = key(report, report.clientOrderId());
        switch (report.type()) {
            case NEW:
                assertThat(dead).doesNotContain(key);
                assertThat(report.leavesLots()).isEqualTo(report.orderLots()).isPositive();
                assertThat(alive.put(key, known(event, report))).isNull();
                break;
            case REPLACED:
                Known before = end(key(report, report.originalClientOrderId()));
                Known now =
                        new Known(
                                before.contract,
                                report.clientOrderId(),
                                before.expiresMillis,
                                null);
                assertThat(report.leavesLots()).isPositive();
                assertThat(dead).doesNotContain(key);
                assertThat(alive.put(key, now)).isNull();
                break;
            case TRADE:
                trade(key, report);
                break;
            case CANCELED:
            case EXPIRED:
            case SUSPENDED:
                boolean asked = report.cause() != null;
                Known ended = end(asked ? key(report, report.originalClientOrderId()) : key);
                assertThat(report.contract()).isEqualTo(ended.contract);
                assertThat(report.leavesLots()).isZero();
                assertThat(report.cancelledLots()).isPositive();
                if (ended.killed() || ended.block != null) {
                    assertThat(report.cumulativeLots()).isZero();
                }
                killed += ended.killed() ? 1 : 0;
                break;
            case REJECTED:
                assertThat(report.text()).isNotEmpty();
                break;
        }
    }

    private static Known known(MarketEvent event, ExecutionReport report) {
        long expires = Long.MAX_VALUE;
        NewBlockOrder block = null;
        if (report.cause() != null && event instanceof NewOrder) {
            NewOrder order = (NewOrder) event;
            expires = order.timeInForce() == TimeInForce.GTD ? order.expiresMillis() : expires;
        } else if (report.cause() != null) {
            block = (NewBlockOrder) event;
        }
        return new Known(report.contract(), report.clientOrderId(), expires, block);
    }

    private void trade(String key, ExecutionReport report) {
        trades++;
        assertThat(report.lastLots()).isPositive();
        traded.merge(report.contract() + report.side(), report.lastLots(), Long::sum);
        if (blockTrades.containsKey(key)) {
            blockTrades.get(key).add(report);
            return;
        }
        assertThat(alive).containsKey(key);
        Known order = alive.get(key);
        assertThat(report.timeMillis()).isLessThanOrEqualTo(order.expiresMillis);
        dated += order.expiresMillis < Long.MAX_VALUE ? 1 : 0;
        if (order.block != null) {
            blockTrades.put(key, new ArrayList<>(List.of(report)));
            tradedBlocks.put(key, end(key));
            return;
        }
        if (report.limitTicks() > 0) {
            long gain = report.side().sign() * (report.limitTicks() - report.lastPriceTicks());
            assertThat(gain).isNotNegative();
        }
        if (order.killed()) {
            assertThat(report.lastLots()).isEqualTo(report.orderLots());
            killed++;
        }
        if (report.leavesLots() == 0) {
            end(key);
        }
    }

    /** All periods, each with all lots, and not at a loss. */
    private void checkBlock(NewBlockOrder block, List<ExecutionReport> legs) {
        blocks++;
        assertThat(legs).hasSize(block.periods());
        ContractCode first = ContractCode.parse(block.contract());
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < block.periods(); i++) {
            long start = first.startMillis() + i * first.periodMillis();
            expected.add(new ContractCode(first.market(), start, first.periodMillis()).toString());
        }
        long gain = 0;
        for (ExecutionReport leg : legs) {
            assertThat(expected.remove(leg.contract())).isTrue();
            assertThat(leg.lastLots()).isEqualTo(block.lots());
            assertThat(leg.side()).isEqualTo(block.side());
            gain += block.side().sign() * (block.limitTicks() - leg.lastPriceTicks());
        }
        assertThat(gain).as("gain of " + block).isNotNegative();
    }

    private void checkVolume(PricePublished price) {
        long volume = price.kind() == PriceKind.CLEARING ? price.volumeLots() : 0;
        for (Side side : Side.values()) {
            Long lots = traded.remove(price.contract() + side);
            assertThat(lots == null ? 0 : lots).isEqualTo(volume);
        }
        if (price.kind() == PriceKind.CLEARING) {
            assertThat(volume).isPositive();
            assertThat(price.priceTicks()).isBetween(price.bandLowTicks(), price.bandHighTicks());
        }
    }

    private Known end(String key) {
        Known order = alive.remove(key);
        assertThat(order).as(key + " was alive").isNotNull();
        assertThat(dead.add(key)).isTrue();
        return order;
    }

    void assertNoneAlive() {
        assertThat(alive).isEmpty();
        assertThat(traded).isEmpty();
    }

    /** A block goes by one id in all of its contracts. */
    private static String key(ExecutionReport report, String id) {
        String contract = id.startsWith("b") && !id.startsWith("base") ? "" : report.contract();
        return report.account() + "/" + contract + "/" + id;
    }
}
