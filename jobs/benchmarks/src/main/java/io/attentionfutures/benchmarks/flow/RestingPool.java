package io.attentionfutures.benchmarks.flow;

import java.util.Arrays;

/** The orders that rest away from the price, for a flow to cancel and replace. */
final class RestingPool {
    private int[] contracts;
    private int[] accounts;
    private long[] ids;
    private int size;

    RestingPool(int expected) {
        int capacity = Math.max(16, expected + expected / 8);
        contracts = new int[capacity];
        accounts = new int[capacity];
        ids = new long[capacity];
    }

    int size() {
        return size;
    }

    void add(int contract, int account, long id) {
        if (size == ids.length) {
            contracts = Arrays.copyOf(contracts, 2 * size);
            accounts = Arrays.copyOf(accounts, 2 * size);
            ids = Arrays.copyOf(ids, 2 * size);
        }
        contracts[size] = contract;
        accounts[size] = account;
        ids[size] = id;
        size++;
    }

    int contract(int index) {
        return contracts[index];
    }

    int account(int index) {
        return accounts[index];
    }

    long id(int index) {
        return ids[index];
    }

    void rename(int index, long id) {
        ids[index] = id;
    }

    /** Removes an order; the last one takes its place. */
    void remove(int index) {
        size--;
        contracts[index] = contracts[size];
        accounts[index] = accounts[size];
        ids[index] = ids[size];
    }
}
