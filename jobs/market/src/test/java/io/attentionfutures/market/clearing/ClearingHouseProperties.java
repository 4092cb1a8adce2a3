package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.clearing.MarketEvent.OrderCommand;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every stream of events. */
class ClearingHouseProperties {
    private static final String SEGMENT = "EUW1";

    @Property(tries = 60)
    void everyCommandHasExactlyOneOutcome(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 400) int count) {
        ClearingHouse house = new ClearingHouse(SEGMENT);
        for (MarketEvent event : RandomCommands.of(seed, count)) {
            List<MarketOutput> said = new ArrayList<>();
            house.apply(event, said::add);
            List<ExecutionReport> answers =
                    reports(said).stream().filter(r -> r.cause() != null).toList();
            if (event instanceof OrderCommand) {
                assertThat(answers).hasSize(1);
                assertThat(answers.get(0).cause()).isEqualTo(event.position());
            } else {
                assertThat(answers).isEmpty();
            }
        }
    }

    @Property(tries = 60)
    void quantitiesAddUpAndEveryOrderEndsOnce(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 400) int count) {
        ClearingHouse house = new ClearingHouse(SEGMENT);
        List<MarketOutput> said = run(house, RandomCommands.of(seed, count));
        house.advanceTo(Exchange.NOON + 400 * Exchange.HOUR, said::add);

        Set<String> alive = new HashSet<>();
        Set<String> dead = new HashSet<>();
        for (ExecutionReport report : reports(said)) {
            assertThat(report.orderLots())
                    .isEqualTo(
                            report.cumulativeLots() + report.leavesLots() + report.cancelledLots());
            String prefix = report.account() + "/" + report.contract() + "/";
            String id = prefix + report.clientOrderId();
            switch (report.type()) {
                case NEW:
                    assertThat(alive.add(id)).isTrue();
                    assertThat(dead).doesNotContain(id);
                    break;
                case REPLACED:
                    end(alive, dead, prefix + report.originalClientOrderId());
                    assertThat(alive.add(id)).isTrue();
                    break;
                case TRADE:
                    assertThat(alive).contains(id);
                    assertThat(report.lastLots()).isPositive();
                    if (report.leavesLots() == 0) {
                        end(alive, dead, id);
                    }
                    break;
                case CANCELED:
                    boolean asked = report.cause() != null;
                    end(alive, dead, asked ? prefix + report.originalClientOrderId() : id);
                    assertThat(report.leavesLots()).isZero();
                    break;
                case EXPIRED:
                case SUSPENDED:
                    end(alive, dead, id);
                    assertThat(report.leavesLots()).isZero();
                    break;
                case REJECTED:
                    assertThat(report.text()).isNotEmpty();
                    break;
            }
        }
        assertThat(alive).isEmpty();
    }

    private static void end(Set<String> alive, Set<String> dead, String id) {
        assertThat(alive.remove(id)).as(id + " was alive").isTrue();
        assertThat(dead.add(id)).isTrue();
    }

    @Property(tries = 60)
    void cashAndPositionsConserve(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 400) int count) {
        ClearingHouse house = new ClearingHouse(SEGMENT);
        for (MarketEvent event : RandomCommands.of(seed, count)) {
            house.apply(event, output -> {});
            assertThat(house.totalCash()).isZero();
            assertThat(house.netPositions().values()).allMatch(net -> net == 0);
        }
    }

    @Property(tries = 60)
    void volumeIsWhatIsBoughtAndSoldWithinLimitsAndBand(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 400) int count) {
        List<MarketOutput> said = run(new ClearingHouse(SEGMENT), RandomCommands.of(seed, count));
        Map<Side, Long> lots = new HashMap<>();
        for (MarketOutput output : said) {
            if (output instanceof ExecutionReport) {
                ExecutionReport report = (ExecutionReport) output;
                if (report.type() == ExecutionType.TRADE) {
                    lots.merge(report.side(), report.lastLots(), Long::sum);
                    if (report.limitTicks() > 0) {
                        assertThat(
                                        report.side().sign()
                                                * (report.limitTicks() - report.lastPriceTicks()))
                                .isGreaterThanOrEqualTo(0);
                    }
                }
            } else if (output instanceof PricePublished) {
                PricePublished price = (PricePublished) output;
                boolean cleared = price.kind() == PriceKind.CLEARING;
                long volume = cleared ? price.volumeLots() : 0;
                assertThat(lots.getOrDefault(Side.BUY, 0L)).isEqualTo(volume);
                assertThat(lots.getOrDefault(Side.SELL, 0L)).isEqualTo(volume);
                if (cleared) {
                    assertThat(volume).isPositive();
                    assertThat(price.priceTicks())
                            .isBetween(price.bandLowTicks(), price.bandHighTicks());
                }
                lots.clear();
            }
        }
    }

    @Property(tries = 100)
    void goesOnIdenticallyAfterBeingRestored(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 400) int count,
            @ForAll @IntRange(min = 1, max = 60) int eventsPerSnapshot) {
        List<MarketEvent> events = RandomCommands.of(seed, count);
        List<MarketOutput> undisturbed = run(new ClearingHouse(SEGMENT), events);

        Random random = new Random(seed);
        MapStore store = new MapStore();
        ClearingHouse house = new ClearingHouse(SEGMENT);
        List<MarketOutput> disturbed = new ArrayList<>();
        for (MarketEvent event : events) {
            if (random.nextInt(eventsPerSnapshot) == 0) {
                house.writeChanges(store);
                if (random.nextBoolean()) {
                    long next = house.nextDeadlineMillis();
                    house = ClearingHouse.restore(SEGMENT, store.shuffled(random));
                    assertThat(house.nextDeadlineMillis()).isEqualTo(next);
                }
            }
            house.apply(event, disturbed::add);
        }

        assertThat(disturbed).isEqualTo(undisturbed);
    }

    @Property(tries = 60)
    void advancingInStepsChangesNothing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int count) {
        List<MarketEvent> events = RandomCommands.of(seed, count);
        Random random = new Random(seed);
        ClearingHouse house = new ClearingHouse(SEGMENT);
        List<MarketOutput> stepped = new ArrayList<>();
        for (MarketEvent event : events) {
            while (random.nextInt(3) > 0
                    && house.nextDeadlineMillis() <= event.position().timeMillis()) {
                house.advanceTo(house.nextDeadlineMillis(), stepped::add);
            }
            house.apply(event, stepped::add);
        }

        assertThat(stepped).isEqualTo(run(new ClearingHouse(SEGMENT), events));
    }

    @Property(tries = 60)
    void nothingIsLeftAfterAllGatesClosed(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 400) int count) {
        List<MarketEvent> events = RandomCommands.of(seed, count);
        MapStore store = new MapStore();
        ClearingHouse house = new ClearingHouse(SEGMENT);
        Random random = new Random(seed);
        for (MarketEvent event : events) {
            house.apply(event, output -> {});
            if (random.nextInt(20) == 0) {
                house.writeChanges(store);
            }
        }
        house.advanceTo(Exchange.NOON + 400 * Exchange.HOUR, output -> {});
        house.writeChanges(store);

        assertThat(house.restingOrders()).isZero();
        assertThat(house.totalCash()).isZero();
        assertThat(store.names()).noneMatch(key -> key.matches("(order|block|position|ids)/.*"));
        assertThat(store.names().stream().filter(key -> key.startsWith("contract/")))
                .hasSize(house.openContracts() + house.deliveringContracts());
    }

    @Property(tries = 60)
    void contractsChainTheirPrices(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 400) int count) {
        Map<String, String> last = new HashMap<>();
        long sequence = 0;
        for (MarketOutput output :
                run(new ClearingHouse(SEGMENT), RandomCommands.of(seed, count))) {
            assertThat(output.sequence()).isEqualTo(sequence++);
            if (output instanceof PricePublished) {
                PricePublished price = (PricePublished) output;
                assertThat(price.previousHash())
                        .isEqualTo(last.getOrDefault(price.contract(), PriceHash.GENESIS));
                last.put(price.contract(), PriceHash.of(price));
            }
        }
    }

    private static List<MarketOutput> run(ClearingHouse house, List<MarketEvent> events) {
        List<MarketOutput> said = new ArrayList<>();
        for (MarketEvent event : events) {
            house.apply(event, said::add);
        }
        return said;
    }

    private static List<ExecutionReport> reports(List<MarketOutput> said) {
        return said.stream()
                .filter(ExecutionReport.class::isInstance)
                .map(ExecutionReport.class::cast)
                .toList();
    }
}
