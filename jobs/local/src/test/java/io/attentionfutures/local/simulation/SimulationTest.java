package io.attentionfutures.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.local.simulation.population.MarketPopulation;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int TWO_DAYS = 48;

    @Test
    void theSameSeedSaysTheSameToTheByte() {
        assertThat(tape(7)).isEqualTo(tape(7)).hasSizeGreaterThan(1_000);
    }

    @Test
    void anotherSeedSaysSomethingElse() {
        assertThat(tape(7)).isNotEqualTo(tape(8));
    }

    @Test
    void moneyAndLotsAreConserved() {
        Simulation simulation = new Simulation(3, population(3));

        for (int hour = 0; hour < TWO_DAYS; hour++) {
            simulation.run(1);
            assertThat(simulation.isConserved()).isTrue();
        }
    }

    @Test
    void pricesFollowTheForecast() {
        Witness witness = new Witness();
        List<Participant> all = population(5);
        all.add(witness);

        new Simulation(5, all).run(4 * 24);

        assertThat(witness.calls).isGreaterThan(2_000);
        assertThat(witness.distance / witness.calls).isLessThan(0.15);
    }

    @Test
    void aLargeBuyerDrivesThePriceUp() {
        Witness calm = new Witness();
        Witness driven = new Witness();
        List<Participant> without = population(9);
        without.add(calm);
        List<Participant> with = population(9);
        with.add(driven);
        with.add(new LargeBuyer());

        new Simulation(9, without).run(TWO_DAYS);
        new Simulation(9, with).run(TWO_DAYS);

        assertThat(driven.premium / driven.calls).isGreaterThan(calm.premium / calm.calls + 0.02);
    }

    @Test
    void contractsRollAndSettle() {
        Witness witness = new Witness();
        List<Participant> all = population(2);
        all.add(witness);
        Simulation simulation = new Simulation(2, all);

        simulation.run(30);

        assertThat(witness.closed)
                .hasSize(30)
                .startsWith(1, 2, 3)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(simulation.market().contracts()).hasSize(23);
        assertThat(simulation.market().contracts().get(0).hour()).isEqualTo(31);
    }

    private static List<String> tape(long seed) {
        List<String> tape = new ArrayList<>();
        new Simulation(seed, population(seed), output -> tape.add(output.toString())).run(24);
        return tape;
    }

    private static List<Participant> population(long seed) {
        return new ArrayList<>(MarketPopulation.of(seed, SimulatedExchange.CAPACITY_LOTS));
    }

    /** Looks at prices, places nothing. */
    private static final class Witness implements Participant {
        private final List<Integer> closed = new ArrayList<>();
        private double distance;
        private double premium;
        private int calls;

        @Override
        public String name() {
            return "witness";
        }

        @Override
        public Role role() {
            return Role.INVESTOR;
        }

        @Override
        public void act(MarketView market, Desk desk) {
            for (ContractView contract : market.contracts()) {
                if (contract.lastLots() > 0) {
                    double off = contract.lastTicks() / contract.fairTicks() - 1;
                    distance += Math.abs(off);
                    premium += off;
                    calls++;
                }
            }
        }

        @Override
        public void closed(ContractView contract, Desk desk) {
            assertThat(contract.settlementTicks()).isPositive();
            closed.add(contract.hour());
        }
    }

    private static final class LargeBuyer implements Participant {
        @Override
        public String name() {
            return "large";
        }

        @Override
        public Role role() {
            return Role.CONSUMER;
        }

        @Override
        public void act(MarketView market, Desk desk) {
            market.contracts().forEach(contract -> desk.market(contract, Side.BUY, 20));
        }
    }
}
