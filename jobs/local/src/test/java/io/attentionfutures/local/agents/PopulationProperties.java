package io.attentionfutures.local.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.forecast.telemetry.CapacityRule;
import io.attentionfutures.local.trace.SyntheticTrace;
import io.attentionfutures.local.trace.TenantNeeds;
import io.attentionfutures.local.trace.Trace;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.schemas.ContractSpecification;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.OrderType;
import io.attentionfutures.schemas.TimeInForce;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PopulationProperties {
    private static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final Trace TRACE = SyntheticTrace.make(START, Duration.ofDays(3), 5);
    private static final TenantNeeds NEEDS = new TenantNeeds(TRACE, HOUR, CapacityRule.SUM);

    @Property(tries = 100)
    void whatIsOrderedDependsOnSeedAndContractAlone(
            @ForAll long seed,
            @ForAll @IntRange(max = 71) int hour,
            @ForAll @IntRange(max = 71) int otherHour) {
        Population population = new Population(seed, NEEDS, PopulationRules.STANDARD);
        List<TimedCommand> first = orders(population, hour);

        orders(population, otherHour);

        assertThat(orders(population, hour)).isEqualTo(first);
        assertThat(
                        orders(
                                new Population(
                                        seed,
                                        new TenantNeeds(TRACE, HOUR, CapacityRule.SUM),
                                        PopulationRules.STANDARD),
                                hour))
                .isEqualTo(first);
    }

    @Property(tries = 50)
    void anotherSeedOrdersSomethingElse(@ForAll long seed, @ForAll @IntRange(max = 71) int hour) {
        assertThat(orders(new Population(seed, NEEDS, PopulationRules.STANDARD), hour))
                .isNotEqualTo(
                        orders(new Population(seed + 1, NEEDS, PopulationRules.STANDARD), hour));
    }

    @Property(tries = 200)
    void everyOrderIsOneThatTheMarketAdmits(
            @ForAll long seed, @ForAll @IntRange(max = 71) int hour) {
        ContractSpecification specification = specification();
        for (TimedCommand timed :
                orders(new Population(seed, NEEDS, PopulationRules.STANDARD), hour)) {
            OrderCommand command = timed.command();
            assertThat(timed.timeMillis()).isGreaterThan(listed(hour)).isLessThan(gate(hour));
            if (command.getAction() == OrderAction.CANCEL) {
                continue;
            }
            assertThat(command.getLots()).isBetween(1L, specification.getMaximumOrderLots());
            if (command.getOrderType() != OrderType.MARKET) {
                assertThat(command.getLimitTicks())
                        .isBetween(specification.getFloorTicks(), specification.getCapTicks());
                assertThat(command.getLimitTicks() % specification.getPriceIncrementTicks())
                        .isZero();
            }
        }
    }

    @Property(tries = 200)
    void noInvestorMeetsItself(@ForAll long seed, @ForAll @IntRange(max = 71) int hour) {
        Population population = new Population(seed, NEEDS, PopulationRules.STANDARD);
        Map<String, Long> highestBuy = new HashMap<>();
        Map<String, Long> lowestSell = new HashMap<>();
        for (TimedCommand timed : orders(population, hour)) {
            OrderCommand command = timed.command();
            if (command.getSide() == OrderSide.BUY) {
                highestBuy.merge(command.getAccount(), command.getLimitTicks(), Math::max);
            } else if (command.getSide() == OrderSide.SELL) {
                lowestSell.merge(command.getAccount(), command.getLimitTicks(), Math::min);
            }
        }
        highestBuy.keySet().retainAll(lowestSell.keySet());
        assertThat(highestBuy).containsOnlyKeys("investor-alpha", "investor-beta");
        highestBuy.forEach((account, buy) -> assertThat(buy).isLessThan(lowestSell.get(account)));
    }

    @Property(tries = 100)
    void idsAreUniqueForEachAccountAndChangesNameAnEarlierOrder(
            @ForAll long seed, @ForAll @IntRange(max = 71) int hour) {
        Map<String, Set<String>> entered = new HashMap<>();
        List<TimedCommand> commands =
                orders(new Population(seed, NEEDS, PopulationRules.STANDARD), hour);
        for (TimedCommand timed : commands) {
            OrderCommand command = timed.command();
            assertThat(
                            entered.computeIfAbsent(
                                            command.getAccount(), account -> new HashSet<>())
                                    .add(command.getClientOrderId()))
                    .isTrue();
        }
        for (TimedCommand timed : commands) {
            OrderCommand command = timed.command();
            boolean changes =
                    command.getAction() == OrderAction.CANCEL
                            || command.getAction() == OrderAction.REPLACE;
            if (changes) {
                TimedCommand original =
                        commands.stream()
                                .filter(
                                        other ->
                                                other.command()
                                                                .getAccount()
                                                                .equals(command.getAccount())
                                                        && other.command()
                                                                .getClientOrderId()
                                                                .equals(
                                                                        command
                                                                                .getOriginalClientOrderId()))
                                .findAny()
                                .orElseThrow();
                assertThat(original.timeMillis()).isLessThan(timed.timeMillis());
            }
        }
    }

    @Property(tries = 200)
    void providersOfferNoMoreThanTheyHaveVerifiedAndHaveNoMoreOnlineThanTheyOffer(
            @ForAll long seed, @ForAll @IntRange(max = 71) int hour) {
        Population population = new Population(seed, NEEDS, PopulationRules.STANDARD);
        Map<String, Long> offered = new HashMap<>();
        for (TimedCommand timed : orders(population, hour)) {
            if (timed.command().getAccount().startsWith("provider-")) {
                offered.merge(timed.command().getAccount(), timed.command().getLots(), Long::sum);
            }
        }
        Map<String, Double> online = population.online(contract(hour), specification());

        assertThat(online).containsOnlyKeys("provider-north", "provider-south", "provider-west");
        for (Provider provider : Provider.ALL) {
            long lots = offered.getOrDefault(provider.name(), 0L);
            assertThat(lots)
                    .isLessThanOrEqualTo(
                            provider.verifiedLots(
                                    NEEDS.largestCapacity("L4.EUW1")
                                            / specification().getLotSize()));
            assertThat(online.get(provider.name()))
                    .isBetween(0.0, (double) lots * specification().getLotSize());
        }
    }

    @Property(tries = 1)
    void nowAndThenNotAllThatWasOfferedIsOnline() {
        Population population = new Population(1, NEEDS, PopulationRules.STANDARD);
        int outages = 0;
        for (int hour = 0; hour < 72; hour++) {
            for (Provider provider : Provider.ALL) {
                double lots = provider.onlineLots(1, contract(hour), 1_000);
                outages += lots < provider.offer(1, contract(hour), 1_000).lots() ? 1 : 0;
            }
            assertThat(population.online(contract(hour), specification())).hasSize(3);
        }
        assertThat(outages).isBetween(1, 20);
    }

    @Property(tries = 1)
    void allKindsOfOrdersComeUp() {
        Population population = new Population(1, NEEDS, PopulationRules.STANDARD);
        Set<Object> kinds = new HashSet<>();
        for (int hour = 0; hour < 72; hour++) {
            for (TimedCommand timed : orders(population, hour)) {
                kinds.add(timed.command().getAction());
                kinds.add(timed.command().getTimeInForce());
                if (timed.command().getTimeInForce() == TimeInForce.GTD) {
                    assertThat(timed.command().getExpiresAt().toEpochMilli())
                            .isGreaterThan(timed.timeMillis())
                            .isLessThan(gate(hour));
                }
                if (timed.command().getAction() == OrderAction.NEW_BLOCK) {
                    assertThat(timed.command().getPeriods()).isBetween(2, 4);
                    assertThat(timed.timeMillis())
                            .isGreaterThan(
                                    listed(hour) + (timed.command().getPeriods() - 1) * HOUR);
                }
            }
        }
        assertThat(kinds)
                .contains(
                        OrderAction.NEW,
                        OrderAction.NEW_BLOCK,
                        OrderAction.CANCEL,
                        OrderAction.REPLACE,
                        TimeInForce.GTC,
                        TimeInForce.IOC,
                        TimeInForce.FOK,
                        TimeInForce.GTD);
    }

    @Property(tries = 20)
    void nobodyOrdersWhereTheTraceIsSilentOrNoTimeIsLeft(@ForAll long seed) {
        Population population = new Population(seed, NEEDS, PopulationRules.STANDARD);

        assertThat(orders(population, 72)).isEmpty();
        assertThat(population.orders(contract(5), specification(), START, START + 9)).isEmpty();
    }

    private static List<TimedCommand> orders(Population population, int hour) {
        return population.orders(contract(hour), specification(), listed(hour), gate(hour));
    }

    private static ContractCode contract(int hour) {
        return new ContractCode("L4.EUW1", START + hour * HOUR, HOUR);
    }

    private static long listed(int hour) {
        return START + (hour - 24) * HOUR;
    }

    private static long gate(int hour) {
        return START + hour * HOUR - HOUR / 4;
    }

    private static ContractSpecification specification() {
        return LocalSpecification.of(
                "L4.EUW1", HOUR, Duration.ofMinutes(1), NEEDS.largestCapacity("L4.EUW1"));
    }
}
