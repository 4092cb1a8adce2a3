package io.attentionfutures.local.replay;

import io.attentionfutures.local.agents.Population;
import io.attentionfutures.local.agents.TimedCommand;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.schemas.ContractSpecification;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * The commands of population and order file in the order of time. The population hears of a
 * contract when it is listed, as everybody does.
 */
final class CommandFlow {
    private final MarketPlan plan;
    private final Deque<TimedCommand> fromFile;
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(
                    Comparator.comparingLong((Waiting entry) -> entry.command().timeMillis())
                            .thenComparingLong(Waiting::number));
    private final long startMillis;
    private long listedThroughMillis;
    private long number;

    private record Waiting(TimedCommand command, long number) {}

    CommandFlow(MarketPlan plan) {
        this.plan = plan;
        this.fromFile = new ArrayDeque<>(plan.orders());
        this.startMillis = plan.startMillis();
        this.listedThroughMillis = startMillis - plan.periodMillis();
    }

    /** Hands over all commands with a time before {@code timeMillis}. */
    void until(long timeMillis, Consumer<TimedCommand> receiver) {
        while (true) {
            TimedCommand next = first();
            long nextListing = listedThroughMillis + plan.periodMillis();
            boolean listFirst = next == null || nextListing <= next.timeMillis();
            if (plan.population().isPresent() && listFirst && nextListing < timeMillis) {
                list(plan.population().get(), nextListing);
                listedThroughMillis = nextListing;
            } else if (next != null && next.timeMillis() < timeMillis) {
                receiver.accept(takeFirst());
            } else {
                return;
            }
        }
    }

    private void list(Population population, long listedMillis) {
        for (ContractSpecification specification : plan.specifications()) {
            long period = specification.getPeriodMillis();
            int horizon = specification.getListingHorizon();
            // The first listing opens the whole horizon, every later one adds a period.
            for (int ahead = listedMillis == startMillis ? 1 : horizon; ahead <= horizon; ahead++) {
                ContractCode contract =
                        new ContractCode(
                                specification.getMarket(), listedMillis + ahead * period, period);
                long gate = contract.startMillis() - specification.getGateClosureMillis();
                for (TimedCommand command :
                        population.orders(contract, specification, listedMillis, gate)) {
                    waiting.add(new Waiting(command, number++));
                }
            }
        }
    }

    private TimedCommand first() {
        Waiting agent = waiting.peek();
        TimedCommand filed = fromFile.peek();
        if (agent == null) {
            return filed;
        }
        return filed != null && filed.timeMillis() <= agent.command().timeMillis()
                ? filed
                : agent.command();
    }

    private TimedCommand takeFirst() {
        TimedCommand first = first();
        if (first == fromFile.peek()) {
            return fromFile.poll();
        }
        waiting.poll();
        return first;
    }
}
