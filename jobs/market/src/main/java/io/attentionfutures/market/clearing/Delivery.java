package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Role;
import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import java.util.ArrayList;
import java.util.List;

/**
 * Closes a contract's gate. What is left of its orders expires, by sequence. Consumers' net long
 * lots become allocations backed by providers' net short lots at the last auction price: both sides
 * by account name, each consumer taking from the first provider that has lots left. Lots that find
 * no counterpart, because somebody else holds them, grant nothing.
 */
final class Delivery {
    private final Reports reports;

    Delivery(Reports reports) {
        this.reports = reports;
    }

    void close(ContractState contract) {
        for (RestingOrder order : contract.book.orders()) {
            contract.book.cancel(order);
            reports.unasked(ExecutionType.EXPIRED, contract, order);
        }
        allocate(contract);
    }

    private void allocate(ContractState contract) {
        List<Position> positions = contract.sortedPositions();
        List<Position> providers = new ArrayList<>();
        for (Position position : positions) {
            if (position.lots < 0 && roleOf(position) == Role.PROVIDER) {
                providers.add(position);
            }
        }
        int next = 0;
        long offered = 0;
        for (Position consumer : positions) {
            long wanted = roleOf(consumer) == Role.CONSUMER ? Math.max(0, consumer.lots) : 0;
            while (wanted > 0 && (offered > 0 || next < providers.size())) {
                if (offered == 0) {
                    offered = -providers.get(next++).lots;
                }
                long lots = Math.min(wanted, offered);
                reports.allocated(
                        contract,
                        consumer.accountId(),
                        providers.get(next - 1).accountId(),
                        lots,
                        contract.lastPriceTicks);
                wanted -= lots;
                offered -= lots;
            }
        }
    }

    private static Role roleOf(Position position) {
        return position.account.account.role();
    }
}
