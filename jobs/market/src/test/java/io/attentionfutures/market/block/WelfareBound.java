package io.attentionfutures.market.block;

import io.attentionfutures.market.Side;
import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;
import org.ojalgo.type.context.NumberContext;

/**
 * A mixed integer programme for the largest welfare, even if blocks lose:
 *
 * <pre>
 * maximise    sum over orders of (limit * filled), sells negative, and over blocks of
 *             (limit * lots * periods * accepted), sells negative
 * subject to  in each period  lots bought = lots sold, orders and blocks together
 *             0 &lt;= filled &lt;= lots, accepted in {0, 1}
 * </pre>
 *
 * <p>Prices do not occur in it. No selection without losers has more welfare; where the programme's
 * best selection has no loser, it is the optimum.
 */
final class WelfareBound {
    /** The solver's Gomory cuts now and then cut off the optimum: of 600 markets, in three. */
    private static final IntegerStrategy.GMICutConfiguration NO_CUTS =
            new IntegerStrategy.GMICutConfiguration().withFractionality(1);

    private WelfareBound() {}

    static double of(BlockMarket market) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Expression> balances = new ArrayList<>();
        for (int hour = 0; hour < market.hours().size(); hour++) {
            Expression balance = model.newExpression("balance " + hour).level(0);
            balances.add(balance);
            int number = 0;
            for (BlockMarket.Order order : market.hours().get(hour).orders()) {
                Variable filled = model.newVariable("order " + hour + "/" + number++);
                int sign = order.side().sign();
                filled.lower(0).upper(order.lots()).weight(sign * order.limit());
                balance.set(filled, sign);
            }
        }
        for (BlockOrder<Integer> block : market.blocks()) {
            Variable accepted = model.newVariable("block " + block.key()).binary();
            long lots = block.side() == Side.BUY ? block.lots() : -block.lots();
            accepted.weight(lots * block.periods() * block.limitTicks());
            for (int hour = block.firstPeriod(); hour < block.endPeriod(); hour++) {
                balances.get(hour).set(accepted, lots);
            }
        }
        model.options.integer(
                IntegerStrategy.newConfigurable()
                        .withGapTolerance(NumberContext.of(12, 12))
                        .withGMICutConfiguration(NO_CUTS));
        Optimisation.Result result = model.maximise();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("no optimum: " + result.getState());
        }
        return result.getValue();
    }
}
