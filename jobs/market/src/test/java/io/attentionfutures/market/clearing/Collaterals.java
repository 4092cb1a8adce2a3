package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.margin.AccountStatus;
import io.attentionfutures.market.margin.Money;
import io.attentionfutures.market.settlement.Allocation;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Insists that money and lots are conserved, and that requirements are what positions require. */
final class Collaterals implements Life.Step {
    private Life life;
    int liquidations;
    int shortfalls;

    void of(Life observed) {
        life = observed;
    }

    @Override
    public void check(MarketEvent event, List<MarketOutput> said) {
        Segment segment = life.segment();
        assertThat(life.house.totalCash()).isEqualTo(life.house.deposited());
        Map<String, BigInteger> required = new HashMap<>();
        Map<String, Integer> open = new HashMap<>();
        BigInteger escrow = BigInteger.ZERO;
        for (Market market : segment.markets.values()) {
            for (ContractState contract : market.allContracts()) {
                long net = 0;
                for (Position position : contract.positions.values()) {
                    net += position.lots;
                    String id = position.accountId();
                    required.merge(id, position.requirement.toBigInteger(), BigInteger::add);
                    open.merge(id, position.lots == 0 ? 0 : 1, Integer::sum);
                }
                assertThat(net).as("net lots of " + contract.name).isZero();
                escrow = escrow.add(owed(contract));
            }
        }
        assertThat(life.house.cash(ClearingHouse.ESCROW)).isEqualTo(escrow);
        checkAccounts(segment.accounts.values(), required, open);
        for (MarketOutput output : said) {
            if (output instanceof MarketOutput.StatementIssued) {
                MarketOutput.StatementReason reason =
                        ((MarketOutput.StatementIssued) output).reason();
                liquidations += reason == MarketOutput.StatementReason.LIQUIDATION ? 1 : 0;
                shortfalls += reason == MarketOutput.StatementReason.DEFAULT ? 1 : 0;
            }
        }
    }

    private static void checkAccounts(
            Collection<AccountState> accounts,
            Map<String, BigInteger> required,
            Map<String, Integer> open) {
        for (AccountState account : accounts) {
            String id = account.id();
            assertThat(account.reserved.toBigInteger())
                    .isEqualTo(required.getOrDefault(id, BigInteger.ZERO));
            assertThat(account.openPositions).isEqualTo(open.getOrDefault(id, 0));
            if (account.check.status() != AccountStatus.LIQUIDATING) {
                assertThat(account.cash).as("cash of " + id).isNotNegative();
            }
        }
    }

    private static BigInteger owed(ContractState contract) {
        BigInteger owed = BigInteger.ZERO;
        if (contract.delivering != null) {
            for (Allocation allocation : contract.delivering.allocations()) {
                long price = contract.delivering.price().ticks();
                long value = contract.rules().tickValue();
                owed = owed.add(Money.of(price, allocation.lots(), value));
            }
        }
        return owed;
    }
}
