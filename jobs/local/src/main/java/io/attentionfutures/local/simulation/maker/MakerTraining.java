package io.attentionfutures.local.simulation.maker;

import io.attentionfutures.local.simulation.Participant;
import io.attentionfutures.local.simulation.SeededRandom;
import io.attentionfutures.local.simulation.SimulatedExchange;
import io.attentionfutures.local.simulation.Simulation;
import io.attentionfutures.local.simulation.maker.ActionValues.Step;
import io.attentionfutures.local.simulation.population.MarketPopulation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Teaches a market maker by trading with the population, over rounds of seeded episodes. */
public final class MakerTraining {
    private static final int EPISODES_A_ROUND = 4;
    private static final double FIRST_EXPLORATION = 0.6;
    private static final double LAST_EXPLORATION = 0.05;

    private MakerTraining() {}

    /**
     * Learns a policy. The episodes of a round run at the same time with what was learnt before it;
     * the result does not depend on how many do.
     *
     * @param seed seed of the first episode; the others follow
     * @param hours length of an episode
     * @param progress is told of each few episodes how many they were
     */
    public static LearntPolicy learn(long seed, int episodes, int hours, IntConsumer progress) {
        ActionValues values = new ActionValues();
        for (int done = 0; done < episodes; ) {
            int round = Math.min(EPISODES_A_ROUND, episodes - done);
            double share = episodes == 1 ? 1 : (double) done / (episodes - 1);
            double exploration = FIRST_EXPLORATION + share * (LAST_EXPLORATION - FIRST_EXPLORATION);
            int first = done;
            List<List<List<Step>>> played =
                    IntStream.range(0, round)
                            .parallel()
                            .mapToObj(i -> play(values, exploration, seed + first + i, hours))
                            .toList();
            for (List<List<Step>> trajectories : played) {
                trajectories.forEach(trajectory -> values.learn(trajectory, exploration));
            }
            done += round;
            progress.accept(round);
        }
        return new LearntPolicy(values);
    }

    private static List<List<Step>> play(
            ActionValues values, double exploration, long seed, int hours) {
        SeededRandom random = new SeededRandom(seed, "exploration");
        MarketMaker maker = new MarketMaker(new LearntPolicy(values, exploration, random));
        trade(maker, seed, hours);
        return maker.trajectories();
    }

    /** Lets a market maker trade with the population and returns its result. */
    public static MakerResult trade(MarketMaker maker, long seed, int hours) {
        List<Participant> participants =
                new ArrayList<>(MarketPopulation.of(seed, SimulatedExchange.CAPACITY_LOTS));
        participants.add(maker);
        new Simulation(seed, participants).run(hours);
        return maker.result();
    }
}
