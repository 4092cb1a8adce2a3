package io.attentionfutures.market.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.book.RestingOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each manipulation, played on an otherwise honest floor, raises its own alert and no other. */
class SurveillanceTest {
    private final TradingFloor floor = new TradingFloor();

    @BeforeEach
    void others() {
        floor.busyMinute();
        floor.restingOffers();
    }

    @Test
    void honestTradersRaiseNothing() {
        floor.busyMinute();
        assertThat(floor.alerts()).isEmpty();
    }

    @Test
    void ordersWithoutTradesAreReported() {
        for (int i = 0; i < 60; i++) {
            floor.cancel(floor.buy("mallory", 10, 500));
        }
        onlyAlert(AlertKind.ORDER_TO_TRADE, "mallory");
        assertThat(value("orderedLots")).isEqualTo("600");
        assertThat(value("ratio")).isEqualTo("unbounded");
    }

    @Test
    void orderToTradeIsOrderedOverTradedLessOne() {
        floor.buy("mallory", 1, 1000);
        floor.sell("provider0", 1, 1000);
        floor.call();
        for (int i = 0; i < 102; i++) {
            floor.cancel(floor.buy("mallory", 1, 500));
        }
        onlyAlert(AlertKind.ORDER_TO_TRADE, "mallory");
        assertThat(value("ratio")).isEqualTo("102");
        assertThat(floor.alerts().get(0).scorePerMille()).isEqualTo(1020);
    }

    @Test
    void aPriceThatOneAccountMovedIsReported() {
        for (int i = 0; i < 20; i++) {
            floor.buy("consumer" + i, 10, 1300);
            floor.sell("provider" + i, 10, 1000);
        }
        floor.sell("provider0", 30, 1250);
        floor.buy("mallory", 30, 1300);
        floor.call();
        assertThat(floor.last.priceTicks()).isEqualTo(1250);
        onlyAlert(AlertKind.INFLUENCE, "mallory");
        assertThat(value("influenceTicks")).isEqualTo("250");
        assertThat(value("priceWithoutTicks")).isEqualTo("1000");
        assertThat(value("timeMillis")).isEqualTo("120000");
    }

    @Test
    void shownLotsThatMovedThePriceAndWereTakenBackAreSpoofing() {
        RestingOrder shown = showLots();
        floor.cancel(shown);
        floor.sell("mallory", 20, 990);
        floor.call();
        onlyAlert(AlertKind.SPOOFING, "mallory");
        assertThat(value("cancelledSide")).isEqualTo("BUY");
        assertThat(value("movedTicks")).isEqualTo("50");
        assertThat(value("largestMoveOrder")).isEqualTo(shown.clientOrderId());
        assertThat(value("followingOppositeLots")).isEqualTo("20");
    }

    @Test
    void aMoveCountsOnceHoweverManyFillsFollow() {
        floor.cancel(showLots());
        floor.sell("mallory", 20, 990);
        floor.call();
        floor.sell("mallory", 20, 990);
        floor.buy("consumer0", 20, 1050);
        floor.call();
        onlyAlert(AlertKind.SPOOFING, "mallory");
        assertThat(value("movedTicks")).isEqualTo("50");
        assertThat(value("followingOppositeLots")).isEqualTo("40");
    }

    @Test
    void lotsReplacedOutOfSightAreSpoofingToo() {
        floor.replace(showLots(), 100, 500);
        floor.sell("mallory", 20, 990);
        floor.call();
        onlyAlert(AlertKind.SPOOFING, "mallory");
    }

    @Test
    void aCancelWithoutOppositeFillIsNoSpoofing() {
        floor.cancel(showLots());
        floor.call();
        assertThat(floor.alerts()).isEmpty();
    }

    @Test
    void anOppositeFillLongAfterACancelIsNoSpoofing() {
        floor.cancel(showLots());
        floor.now += floor.thresholds.spoofingWindowMillis();
        floor.sell("mallory", 20, 990);
        floor.call();
        assertThat(floor.alerts()).isEmpty();
    }

    /** Others alone would trade at 1000; with the lots shown the indication is 1050. */
    private RestingOrder showLots() {
        for (int i = 0; i < 20; i++) {
            floor.sell("provider" + i, 10, 1000);
            floor.buy("consumer" + i, 10, 1050);
        }
        return floor.buy("mallory", 100, 1100);
    }

    @Test
    void cancelledLevelsBesideAnOppositeFillAreLayering() {
        layers(3);
        onlyAlert(AlertKind.LAYERING, "mallory");
        assertThat(value("layeredSide")).isEqualTo("BUY");
        assertThat(value("levelsAtOnce")).isEqualTo("3");
        assertThat(value("cancelledBasisPoints")).isEqualTo("10000");
    }

    @Test
    void twoLevelsAreNoLayering() {
        layers(2);
        assertThat(floor.alerts()).isEmpty();
    }

    private void layers(int levels) {
        List<RestingOrder> layers = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            layers.add(floor.buy("mallory", 50, 900 - 10 * level));
        }
        layers.forEach(floor::cancel);
        floor.sell("mallory", 10, 1000);
        floor.buy("consumer0", 10, 1000);
        floor.call();
    }

    @Test
    void lotsThatComeBackAreWash() {
        floor.buy("mallory", 60, 1000);
        floor.sell("trudy", 60, 1000);
        floor.call();
        floor.buy("trudy", 60, 1010);
        floor.sell("mallory", 60, 1010);
        floor.call();
        assertThat(floor.alerts()).extracting(Alert::kind).containsOnly(AlertKind.WASH);
        assertThat(floor.alerts()).extracting(Alert::account).containsExactly("mallory", "trudy");
        assertThat(floor.alerts().get(0).evidence())
                .contains(
                        new Evidence("counterparty", "trudy"),
                        new Evidence("returnedBasisPoints", "10000"),
                        // 60 lots of each of the two, of 320 in all.
                        new Evidence("contractReturnedBasisPoints", "3750"));
    }

    @Test
    void aFlatAccountWithVolumeAtOnePriceIsWash() {
        roundTrip(1000);
        onlyAlert(AlertKind.WASH, "mallory");
        assertThat(value("boughtLots")).isEqualTo("100");
        assertThat(value("priceDifferenceBasisPoints")).isEqualTo("0");
    }

    @Test
    void aFlatAccountThatEarnedIsNoWash() {
        roundTrip(1010);
        assertThat(floor.alerts()).isEmpty();
    }

    private void roundTrip(long soldAt) {
        floor.buy("mallory", 100, 1000);
        for (int i = 0; i < 20; i++) {
            floor.sell("provider" + i, 5, 1000);
        }
        floor.call();
        floor.sell("mallory", 100, soldAt);
        for (int i = 0; i < 20; i++) {
            floor.buy("consumer" + i, 5, soldAt);
        }
        floor.call();
    }

    @Test
    void aWindowPushedInFavourOfThePositionIsMarking() {
        for (int i = 0; i < 20; i++) {
            floor.sell("provider" + i, 5, 1000);
        }
        floor.buy("mallory", 100, 1000);
        floor.call();
        pushWindow();
        onlyAlert(AlertKind.MARKING_SETTLEMENT, "mallory");
        assertThat(value("windowBasisPoints")).isEqualTo("3333");
        assertThat(value("positionBeforeLots")).isEqualTo("100");
        assertThat(value("gainTickLots")).isEqualTo("1000");
    }

    @Test
    void aWindowPushedAgainstThePositionIsNoMarking() {
        for (int i = 0; i < 20; i++) {
            floor.buy("consumer" + i, 5, 1000);
        }
        floor.sell("mallory", 90, 1000);
        floor.call();
        pushWindow();
        assertThat(floor.alerts()).isEmpty();
    }

    /** Mallory buys 100 of 300 lots and lifts the price from 1000 to 1010. */
    private void pushWindow() {
        floor.now = TradingFloor.SETTLEMENT_START;
        for (RestingOrder order : floor.book.orders()) {
            if (order.limitTicks() <= 1000) {
                floor.cancel(order);
            }
        }
        for (int i = 0; i < 20; i++) {
            floor.buy("consumer" + i, 10, 1020);
            floor.sell("provider" + i, 10, 1000);
            floor.sell("provider" + i, 5, 1010);
        }
        floor.buy("mallory", 100, 1030);
        floor.call();
        assertThat(floor.last.priceTicks()).isEqualTo(1010);
    }

    @Test
    void fewSellersAreConcentrated() {
        for (int i = 0; i < 20; i++) {
            floor.buy("consumer" + i, 50, 1000);
        }
        floor.sell("mallory", 500, 1000);
        floor.sell("trudy", 300, 1000);
        floor.sell("oscar", 200, 1000);
        floor.call();
        onlyAlert(AlertKind.CONCENTRATION, "mallory");
        assertThat(value("side")).isEqualTo("SELL");
        // (500^2 + 300^2 + 200^2 + 20 * 10^2) / 1200^2
        assertThat(value("index")).isEqualTo("2652");
    }

    @Test
    void aProviderThatDemandCannotDoWithoutIsReported() {
        floor.sell("mallory", 2000, 1900);
        for (int i = 0; i < 20; i++) {
            floor.buy("consumer" + i, 110, 1000);
        }
        onlyAlert(AlertKind.RESIDUAL_SUPPLY, "mallory");
        // (200 + 2000) / (200 + 2200)
        assertThat(value("indexBasisPoints")).isEqualTo("9166");
    }

    @Test
    void capacityThatIsNotOfferedIsReported() {
        floor.verified.put("provider0", 110L);
        floor.verified.put("provider1", 219L);
        floor.verified.put("provider2", 221L);
        floor.verified.put("unheard", 0L);
        onlyAlert(AlertKind.WITHHELD, "provider2");
        assertThat(value("offeredLots")).isEqualTo("110");
        floor.verified.put("unheard", 1L);
        assertThat(floor.alerts()).extracting(Alert::account).contains("unheard");
    }

    private Alert only() {
        assertThat(floor.alerts()).hasSize(1);
        return floor.alerts().get(0);
    }

    private void onlyAlert(AlertKind kind, String account) {
        assertThat(floor.alerts()).extracting(Alert::kind).containsExactly(kind);
        assertThat(floor.alerts()).extracting(Alert::account).containsExactly(account);
    }

    private String value(String name) {
        return only().evidence().stream()
                .filter(evidence -> evidence.name().equals(name))
                .map(Evidence::value)
                .findFirst()
                .orElseThrow();
    }
}
