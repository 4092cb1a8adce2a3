package io.attentionfutures.market.clearing;

import io.attentionfutures.market.book.RestingOrder;
import io.attentionfutures.market.margin.ExactSum;
import io.attentionfutures.market.store.ChunkStore;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that a clearing segment knows. */
final class Segment {
    final String name;
    final Map<String, AccountState> accounts = new HashMap<>();

    /** By name, so that no result depends on the order of a hash table. */
    final Map<String, Market> markets = new TreeMap<>();

    /** Contracts that trade, by code. */
    final Map<String, ContractState> contracts = new HashMap<>();

    final Deadlines deadlines = new Deadlines();
    final Changes changes = new Changes();

    long nowMillis = Long.MIN_VALUE;
    long nextSerial;

    /** Directives that were carried out. */
    final RecentIds directives = new RecentIds();

    /** Accounts whose positions the market closes, by name. */
    final TreeMap<String, AccountState> liquidating = new TreeMap<>();

    /** Accounts that were called for margin or are liquidated. */
    final Set<AccountState> called = new HashSet<>();

    /** Sum of cash over all accounts, minor units: kept, for adding it up takes as many steps. */
    final ExactSum cash = new ExactSum();

    /** Collateral that came in less what left, minor units. */
    BigInteger deposited = BigInteger.ZERO;

    /** Hash of the last audit record. */
    String auditHash = PriceHash.GENESIS;

    Segment(String name) {
        this.name = name;
    }

    int weightOf(String account) {
        AccountState state = accounts.get(account);
        return state == null ? 1 : state.account.weight();
    }

    /** Takes note that a contract's book changed, and plans a call if one can find a price. */
    void bookChanged(ContractState contract) {
        contract.bookChanged = true;
        changes.touch(contract);
        if (contract.quote != null) {
            scheduleCall(contract);
        }
    }

    /** Plans the contract's next call, unless none is possible before its gate closes. */
    void scheduleCall(ContractState contract) {
        if (contract.nextCallMillis != ContractState.NEVER || contract.isHalted()) {
            return;
        }
        long call = CallTimes.nextCall(contract, nowMillis);
        if (call > nowMillis && call <= contract.gateMillis) {
            contract.nextCallMillis = call;
            deadlines.addCall(contract);
        }
        changes.touch(contract);
    }

    /** Plans the expiry of an order that is good till a time before its gate closes. */
    void planExpiry(ContractState contract, RestingOrder order) {
        long time = order.expiresMillis();
        List<RestingOrder> expiring = contract.expiries.get(time);
        if (expiring == null) {
            expiring = new ArrayList<>();
            contract.expiries.put(time, expiring);
            deadlines.addExpiry(contract, time);
        }
        expiring.add(order);
    }

    void unscheduleCall(ContractState contract) {
        if (contract.nextCallMillis != ContractState.NEVER) {
            deadlines.removeCall(contract);
            contract.nextCallMillis = ContractState.NEVER;
            changes.touch(contract);
        }
    }

    /** What was changed since the last snapshot. */
    static final class Changes {
        final List<AccountState> accounts = new ArrayList<>();
        final List<ContractState> contracts = new ArrayList<>();

        /** Where accounts, contracts and all that belongs to these are stored. */
        final ChunkStore chunks = new ChunkStore();

        /** Keys of what earlier versions stored each by itself, and is in chunks from now on. */
        final List<String> formerKeys = new ArrayList<>();

        /** What was last stored of the segment itself. */
        byte[] storedSegment = {};

        void touch(AccountState account) {
            if (!account.changed) {
                account.changed = true;
                accounts.add(account);
            }
        }

        void touch(ContractState contract) {
            if (!contract.changed) {
                contract.changed = true;
                contracts.add(contract);
            }
        }
    }
}
