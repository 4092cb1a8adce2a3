package io.attentionfutures.market.book;

import java.util.ArrayList;
import java.util.List;

/**
 * Every client order id that one account used in one book, and the resting order that some of them
 * name. Contracts take millions of ids that must never be used again, so an id is kept as 128 bits
 * that follow from its characters, not as text: 20 bytes in a table that is at most 2/3 full. Two
 * ids of one account that agree in all 128 bits would be taken for the same; among a billion ids
 * the odds of that are one in 10^20.
 */
final class UsedIds {
    private static final int SMALLEST = 4;

    /** Odd, from the fractions of the golden ratio and the square root of 3. */
    private static final long FIRST = 0x9E3779B97F4A7C15L;

    private static final long SECOND = 0xBB67AE8584CAA73BL;

    /** Two words for each slot, both 0 in an empty one. */
    private long[] words = new long[2 * SMALLEST];

    private RestingOrder[] orders = new RestingOrder[SMALLEST];
    private int size;

    /**
     * Returns the resting order of an id, or null.
     *
     * @param id may be null, as commands come unchecked
     */
    RestingOrder order(String id) {
        if (id == null) {
            return null;
        }
        int slot = find(first(id), second(id));
        return slot < 0 ? null : orders[slot];
    }

    /**
     * Returns whether an id was ever put.
     *
     * @param id may be null, which is never used
     */
    boolean contains(String id) {
        return id != null && find(first(id), second(id)) >= 0;
    }

    /**
     * Makes an id name an order, or spends it.
     *
     * @param order null for an id that names none any more
     */
    void put(String id, RestingOrder order) {
        long first = first(id);
        long second = second(id);
        int slot = find(first, second);
        if (slot < 0) {
            slot = add(first, second);
        }
        orders[slot] = order;
    }

    /** Makes a new id name an order; returns false, and changes nothing, if it is used. */
    boolean register(String id, RestingOrder order) {
        long first = first(id);
        long second = second(id);
        if (find(first, second) >= 0) {
            return false;
        }
        int slot = add(first, second);
        orders[slot] = order;
        return true;
    }

    /** Returns the orders that rest, in no particular order. */
    List<RestingOrder> resting() {
        List<RestingOrder> resting = new ArrayList<>();
        for (RestingOrder order : orders) {
            if (order != null) {
                resting.add(order);
            }
        }
        return resting;
    }

    /** Returns the slot of an id, or {@code -(the slot where it would be) - 1}. */
    private int find(long first, long second) {
        int mask = orders.length - 1;
        int slot = (int) first & mask;
        while (words[2 * slot] != 0 || words[2 * slot + 1] != 0) {
            if (words[2 * slot] == first && words[2 * slot + 1] == second) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return -slot - 1;
    }

    private int add(long first, long second) {
        if (3 * (size + 1) > 2 * orders.length) {
            grow();
        }
        int slot = -find(first, second) - 1;
        words[2 * slot] = first;
        words[2 * slot + 1] = second;
        size++;
        return slot;
    }

    private void grow() {
        long[] oldWords = words;
        RestingOrder[] oldOrders = orders;
        words = new long[2 * oldWords.length];
        orders = new RestingOrder[2 * oldOrders.length];
        for (int old = 0; old < oldOrders.length; old++) {
            long first = oldWords[2 * old];
            long second = oldWords[2 * old + 1];
            if (first != 0 || second != 0) {
                int slot = -find(first, second) - 1;
                words[2 * slot] = first;
                words[2 * slot + 1] = second;
                orders[slot] = oldOrders[old];
            }
        }
    }

    private static long first(String id) {
        return hash(id, FIRST);
    }

    /** Never 0: both words are only in an empty slot. */
    private static long second(String id) {
        long hash = hash(id, SECOND);
        return hash == 0 ? SECOND : hash;
    }

    private static long hash(String id, long multiplier) {
        long hash = multiplier ^ id.length();
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * multiplier;
            hash ^= hash >>> 32;
        }
        hash *= FIRST;
        return hash ^ (hash >>> 29);
    }
}
