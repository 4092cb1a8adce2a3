package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.HOUR;
import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NEXT_HOUR;
import static io.attentionfutures.market.clearing.Exchange.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.attentionfutures.market.CallRules;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.clearing.MarketEvent.DirectiveAction;
import io.attentionfutures.market.clearing.MarketOutput.AuditRecorded;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import io.attentionfutures.market.phase.CallPhase;
import io.attentionfutures.market.phase.RandomEnd;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallPhaseTest {
    private static final long EXTENSION = 5 * MINUTE;

    private Exchange exchange;

    @AfterEach
    void goesOnIdenticallyWhenRestored() {
        Replay.goesOnIdentically(exchange);
    }

    @Test
    void aCallEndsAtARandomTimeThatItsSeedDecides() {
        open(new CallRules(20_000, 7, 0, 0, 0, 0, 0, EXTENSION, 2), 0);
        for (int i = 0; i < 20; i++) {
            exchange.buy("consumer", "b" + i, 1, 100 + i);
            exchange.advance(MINUTE);
        }

        List<Long> times = prices().stream().map(PricePublished::timeMillis).toList();
        assertThat(times).hasSizeGreaterThanOrEqualTo(19);
        for (long time : times) {
            long nominal = Math.floorDiv(time, MINUTE) * MINUTE;
            assertThat(time)
                    .isEqualTo(nominal + RandomEnd.delayMillis(7, "H100.EUW1", nominal, 20_000))
                    .isBetween(nominal, nominal + 19_999);
        }
        assertThat(times.stream().map(time -> time % MINUTE).distinct().count()).isGreaterThan(10);
    }

    @Test
    void ordersAreFrozenUntilTheRandomEnd() {
        open(new CallRules(20_000, 7, 0, 0, 0, 0, 0, EXTENSION, 2), 10_000);
        long delay = RandomEnd.delayMillis(7, "H100.EUW1", NOON + MINUTE, 20_000);
        exchange.buy("consumer", "b1", 1, 200);
        exchange.advance(MINUTE - 10_001);
        exchange.replace("consumer", "b1", "b2", 2, 200);
        exchange.advance(1);
        assertThat(exchange.cancel("consumer", "b2").rejection())
                .isEqualTo(RejectionCode.TOO_LATE_TO_CANCEL);
        exchange.advance(10_000 + delay - 1);
        assertThat(exchange.cancel("consumer", "b2").rejection())
                .isEqualTo(RejectionCode.TOO_LATE_TO_CANCEL);
        assertThat(exchange.sell("provider", "s1", 1, 200).type()).isEqualTo(ExecutionType.NEW);

        exchange.advance(1);

        assertThat(exchange.house.position("consumer", NEXT_HOUR)).isEqualTo(1);
        assertThat(exchange.cancel("consumer", "b2").type()).isEqualTo(ExecutionType.CANCELED);
    }

    @Test
    void aPriceInsideTheCorridorPrints() {
        open(corridor(), 0);
        exchange.trade("consumer", "provider", 10, 200);

        exchange.trade("consumer", "provider", 10, 210);

        assertThat(exchange.last(PricePublished.class).kind()).isEqualTo(PriceKind.CLEARING);
        assertThat(exchange.last(PricePublished.class).priceTicks()).isEqualTo(210);
    }

    @Test
    void aPriceOutsideTheCorridorExtendsTheCall() {
        open(corridor(), 0);
        exchange.trade("consumer", "provider", 10, 200);

        exchange.trade("consumer", "provider", 10, 215);

        PricePublished price = exchange.last(PricePublished.class);
        assertThat(price.kind()).isEqualTo(PriceKind.INDICATIVE);
        assertThat(price.phase()).isEqualTo(CallPhase.EXTENDED);
        assertThat(price.priceTicks()).isEqualTo(215);
        assertThat(exchange.last(AuditRecorded.class))
                .extracting(AuditRecorded::kind, AuditRecorded::subject, AuditRecorded::text)
                .containsExactly(
                        "volatility interruption",
                        NEXT_HOUR,
                        "the call would print 215 (UNIQUE), outside of [190, 210] around 200");
        assertThat(exchange.house.position("consumer", NEXT_HOUR)).isEqualTo(10);

        exchange.advance(EXTENSION);

        price = exchange.last(PricePublished.class);
        assertThat(price.kind()).isEqualTo(PriceKind.CLEARING);
        assertThat(price.priceTicks()).isEqualTo(215);
        assertThat(price.timeMillis()).isEqualTo(NOON + 2 * MINUTE + EXTENSION);
    }

    @Test
    void anExtendedCallTakesOrdersAndCancels() {
        open(corridor(), 10_000);
        exchange.trade("consumer", "provider", 10, 200);
        exchange.trade("consumer", "provider", 10, 215);
        exchange.advance(MINUTE - 5_000);

        assertThat(exchange.buy("consumer2", "x", 5, 200).type()).isEqualTo(ExecutionType.NEW);
        assertThat(exchange.cancel("consumer2", "x").type()).isEqualTo(ExecutionType.CANCELED);
    }

    @Test
    void aPriceOutsideTheWiderCorridorHaltsUntilItIsResumed() {
        open(corridor(), 0);
        exchange.trade("consumer", "provider", 10, 200);
        exchange.trade("consumer", "provider", 10, 230);
        exchange.advance(EXTENSION);

        assertThat(exchange.last(PricePublished.class).phase()).isEqualTo(CallPhase.HALTED);
        assertThat(exchange.last(AuditRecorded.class).kind()).isEqualTo("halt");
        assertThat(exchange.buy("consumer2", "x", 1, 200))
                .extracting(r -> r.rejection(), r -> r.text())
                .containsExactly(
                        RejectionCode.EXCHANGE_CLOSED,
                        "contract " + NEXT_HOUR + ": is halted until a regulator resumes it");
        assertThat(exchange.advance(10 * MINUTE)).isEmpty();

        exchange.direct(DirectiveAction.RESUME, NEXT_HOUR);
        exchange.advance(MINUTE);

        PricePublished price = exchange.last(PricePublished.class);
        assertThat(price.kind()).isEqualTo(PriceKind.CLEARING);
        assertThat(price.priceTicks()).isEqualTo(230);
        assertThat(exchange.buy("consumer2", "y", 1, 200).type()).isEqualTo(ExecutionType.NEW);

        exchange.trade("consumer", "provider", 10, 260);
        assertThat(exchange.last(PricePublished.class).phase()).isEqualTo(CallPhase.EXTENDED);
    }

    @Test
    void aHaltedContractsOrdersCanBeCancelledButNotReplaced() {
        open(CallRules.plain(), 0);
        exchange.buy("consumer", "b1", 5, 200);
        exchange.buy("consumer", "b2", 5, 200);
        exchange.direct(DirectiveAction.HALT, NEXT_HOUR);

        assertThat(exchange.replace("consumer", "b1", "b3", 50, 300).rejection())
                .isEqualTo(RejectionCode.EXCHANGE_CLOSED);
        assertThat(exchange.cancel("consumer", "b1").type()).isEqualTo(ExecutionType.CANCELED);
    }

    @Test
    void aHaltedContractsGateClosesInTime() {
        open(CallRules.plain(), 0);
        exchange.buy("consumer", "b1", 5, 200);
        exchange.direct(DirectiveAction.HALT, NEXT_HOUR);

        exchange.advance(45 * MINUTE);

        assertThat(exchange.house.netPositions()).doesNotContainKey(NEXT_HOUR);
        assertThat(exchange.house.restingOrders()).isZero();
    }

    @Test
    void outsideItsHoursAMarketTakesNoOrders() {
        open(new CallRules(0, 0, 0, 12 * 60 + 10, 12 * 60 + 40, 0, 0, EXTENSION, 2), 0);
        assertThat(exchange.buy("consumer", "b1", 5, 200))
                .extracting(r -> r.rejection(), r -> r.text())
                .containsExactly(
                        RejectionCode.EXCHANGE_CLOSED,
                        "contract " + NEXT_HOUR + ": trades from 12:10 to 12:40 UTC");

        exchange.advance(10 * MINUTE);
        assertThat(exchange.buy("consumer", "b1", 5, 200).type()).isEqualTo(ExecutionType.NEW);
        exchange.sell("provider", "s1", 2, 200);
        exchange.advance(30 * MINUTE);

        assertThat(exchange.house.position("consumer", NEXT_HOUR)).isEqualTo(2);
        assertThat(exchange.sell("provider", "s2", 2, 200).rejection())
                .isEqualTo(RejectionCode.EXCHANGE_CLOSED);
        assertThat(exchange.cancel("consumer", "b1").type()).isEqualTo(ExecutionType.CANCELED);
        assertThat(exchange.advance(HOUR)).noneMatch(CallPhaseTest::isAuctionPrice);
    }

    @Test
    void ordersLeftAtTheCloseWaitForTheNextOpening() {
        open(new CallRules(0, 0, 0, 12 * 60, 12 * 60 + 1, 0, 0, EXTENSION, 2), 0);
        exchange.advance(1);
        exchange.buy("consumer", "b1", 5, 200);
        exchange.sell("provider", "s1", 5, 200);

        exchange.advance(44 * MINUTE);

        assertThat(exchange.house.position("consumer", NEXT_HOUR)).isZero();
    }

    @Test
    void indicativePricesComeAtOnceAndThenNoFasterThanAllowed() {
        open(new CallRules(0, 0, 10_000, 0, 0, 0, 0, EXTENSION, 2), 5_000);
        exchange.advance(1_000);
        exchange.buy("consumer", "b1", 5, 210);
        exchange.advance(1_000);
        exchange.sell("provider", "s1", 3, 190);
        exchange.advance(1_000);
        exchange.sell("provider", "s2", 2, 190);
        exchange.advance(20_000);
        exchange.buy("consumer", "b2", 5, 180);

        assertThat(prices())
                .extracting(
                        PricePublished::kind,
                        PricePublished::timeMillis,
                        PricePublished::volumeLots,
                        PricePublished::phase)
                .containsExactly(
                        tuple(PriceKind.INDICATIVE, NOON + 1_000, 0L, CallPhase.ENTRY),
                        tuple(PriceKind.INDICATIVE, NOON + 11_000, 5L, CallPhase.ENTRY),
                        tuple(PriceKind.INDICATIVE, NOON + 23_000, 5L, CallPhase.ENTRY));
        exchange.advance(34_000);
        exchange.buy("consumer", "b3", 5, 180);
        assertThat(exchange.last(PricePublished.class).phase()).isEqualTo(CallPhase.FREEZE);
    }

    /** 10 ticks around the last price, 20 in an extended call. */
    private static CallRules corridor() {
        return new CallRules(0, 0, 0, 0, 0, 10, 1, EXTENSION, 2);
    }

    private void open(CallRules calls, long freezeMillis) {
        exchange =
                Exchange.open(
                        Specifications.with(
                                s -> {
                                    s.calls = calls;
                                    s.freezeMillis = freezeMillis;
                                    s.listingHorizon = 1;
                                }));
    }

    private List<PricePublished> prices() {
        return exchange.said(PricePublished.class);
    }

    private static boolean isAuctionPrice(MarketOutput output) {
        return output instanceof PricePublished
                && ((PricePublished) output).kind() == PriceKind.CLEARING;
    }
}
