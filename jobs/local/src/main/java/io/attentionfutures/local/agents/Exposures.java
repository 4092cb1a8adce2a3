package io.attentionfutures.local.agents;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the accounts of an order file could come to hold at most, were all their orders filled:
 * decides how much capacity they have verified and how much money they bring.
 */
public final class Exposures {
    private final Map<String, SortedMap<ContractCode, long[]>> byAccount = new TreeMap<>();

    /** Adds up commands; those that no market could accept are left out. */
    public Exposures(List<TimedCommand> commands) {
        for (TimedCommand timed : commands) {
            OrderCommand command = timed.command();
            boolean possible =
                    command.getLots() >= 1
                            && command.getLots() <= LocalSpecification.MAXIMUM_ORDER_LOTS;
            if (possible) {
                add(command);
            }
        }
    }

    private void add(OrderCommand command) {
        ContractCode first;
        try {
            first = ContractCode.parse(command.getContract());
        } catch (IllegalArgumentException e) {
            return;
        }
        for (int i = 0; i < Math.max(1, Math.min(100, command.getPeriods())); i++) {
            long[] lots =
                    byAccount
                            .computeIfAbsent(command.getAccount(), name -> new TreeMap<>())
                            .computeIfAbsent(first.plusPeriods(i), code -> new long[2]);
            // A replacement does not say which side it is on: it counts on both.
            if (command.getSide() != OrderSide.SELL) {
                lots[0] += command.getLots();
            }
            if (command.getSide() != OrderSide.BUY) {
                lots[1] += command.getLots();
            }
        }
    }

    /** Returns the most lots that any account could hold or owe of one contract. */
    public long mostLots() {
        long most = 0;
        for (SortedMap<ContractCode, long[]> contracts : byAccount.values()) {
            for (long[] lots : contracts.values()) {
                most = Math.max(most, Math.max(lots[0], lots[1]));
            }
        }
        return most;
    }

    /** Returns by market the most lots that an account could sell of one contract. */
    Map<String, Long> mostSold(String account) {
        Map<String, Long> most = new TreeMap<>();
        contracts(account)
                .forEach((contract, lots) -> most.merge(contract.market(), lots[1], Math::max));
        return most;
    }

    /** Returns by market the lots that an account could buy and sell, of all contracts together. */
    Map<String, Long> allLots(String account) {
        Map<String, Long> all = new TreeMap<>();
        contracts(account)
                .forEach(
                        (contract, lots) ->
                                all.merge(contract.market(), lots[0] + lots[1], Long::sum));
        return all;
    }

    /** Returns the lots that each account could sell of a contract. */
    Map<String, Long> sold(ContractCode contract) {
        Map<String, Long> sold = new TreeMap<>();
        byAccount.forEach(
                (account, contracts) -> {
                    long[] lots = contracts.get(contract);
                    if (lots != null && lots[1] > 0) {
                        sold.put(account, lots[1]);
                    }
                });
        return sold;
    }

    private SortedMap<ContractCode, long[]> contracts(String account) {
        return byAccount.getOrDefault(account, new TreeMap<>());
    }
}
