package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Side;
import io.attentionfutures.market.clearing.MarketEvent.CancelOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewBlockOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.OrderCommand;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.margin.AccountStatus;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** What holds in every life of a segment with collateral, whatever is thrown at it. */
class MarketLifeProperties {
    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void ordersAreAnsweredOnceAndEndOnce(
            @ForAll long seed, @ForAll @IntRange(min = 50, max = 600) int count) {
        OrderHistory orders = new OrderHistory();
        Life life = new Life(orders, new OpenContracts(), new Chains());
        life.run(RandomLife.of(seed, count));
        life.end();

        orders.assertNoneAlive();
    }

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void moneyAndLotsAreConservedToTheLast(
            @ForAll long seed, @ForAll @IntRange(min = 50, max = 600) int count) {
        Collaterals collaterals = new Collaterals();
        Life life = new Life(collaterals);
        collaterals.of(life);
        life.run(RandomLife.of(seed, count));
        life.end();

        Segment segment = life.segment();
        assertThat(life.house.cash(ClearingHouse.ESCROW)).isZero();
        assertThat(segment.liquidating).isEmpty();
        for (AccountState account : segment.accounts.values()) {
            assertThat(account.reserved.signum()).isZero();
            assertThat(account.maintenance.signum()).isZero();
            assertThat(account.openPositions).isZero();
        }
        for (Market market : segment.markets.values()) {
            assertThat(market.blocks.isEmpty()).isTrue();
            for (ContractState contract : market.allContracts()) {
                assertThat(contract.positions).isEmpty();
                assertThat(contract.book.size()).isZero();
                assertThat(contract.expiries).isEmpty();
            }
        }
    }

    @Property(tries = 80, shrinking = ShrinkingMode.OFF)
    void anOrderNeedsFreeCollateralAndItsCancelGivesItBack(
            @ForAll long seed, @ForAll @IntRange(min = 50, max = 400) int count) {
        Life life = new Life();
        int cancels = 0;
        for (MarketEvent event : RandomLife.of(seed, count)) {
            life.passTo(event.position().timeMillis());
            if (!(event instanceof OrderCommand)) {
                life.apply(event);
                continue;
            }
            OrderCommand command = (OrderCommand) event;
            BigInteger before = life.house.freeCollateral(command.account());
            List<ExecutionReport> said = reports(life.house, command);
            BigInteger after = life.house.freeCollateral(command.account());
            ExecutionReport answer = said.get(said.size() - 1);
            if (answer.type() == ExecutionType.REJECTED) {
                assertThat(after).isEqualTo(before);
                continue;
            }
            if (!mayClose(life.segment(), command, answer.side())) {
                assertThat(after).isGreaterThanOrEqualTo(before.min(BigInteger.ZERO));
            }
            boolean entered = event instanceof NewOrder || event instanceof NewBlockOrder;
            if (entered && said.size() == 1 && cancels++ % 3 == 0) {
                ExecutionReport cancel = cancel(life.house, command);
                if (cancel.type() == ExecutionType.CANCELED) {
                    assertThat(life.house.freeCollateral(command.account())).isEqualTo(before);
                }
            }
        }
    }

    /** An account that is called for margin may close what it holds, whatever that needs. */
    private static boolean mayClose(Segment segment, OrderCommand command, Side side) {
        AccountState account = segment.accounts.get(command.account());
        Position position =
                segment.contracts.get(command.contract()).positions.get(command.account());
        if (account.check.status() != AccountStatus.MARGIN_CALL || position == null) {
            return false;
        }
        long ordered = side == Side.BUY ? position.buyLots : position.sellLots;
        return ordered <= -side.sign() * position.lots;
    }

    private static ExecutionReport cancel(ClearingHouse house, OrderCommand order) {
        return reports(
                        house,
                        new CancelOrder(
                                order.position(),
                                order.account(),
                                "x",
                                order.contract(),
                                order.clientOrderId()))
                .get(0);
    }

    private static List<ExecutionReport> reports(ClearingHouse house, MarketEvent event) {
        List<ExecutionReport> reports = new ArrayList<>();
        house.apply(
                event,
                output -> {
                    if (output instanceof ExecutionReport) {
                        reports.add((ExecutionReport) output);
                    }
                });
        return reports;
    }
}
