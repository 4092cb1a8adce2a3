package io.attentionfutures.market.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Who has orders in a book, and which client order ids they used. */
final class Owners {
    private final Map<String, Owner> owners = new HashMap<>();

    /** Account and id in turns. */
    private List<String> unstoredIds = new ArrayList<>();

    /** One command asks for the same owner several times. */
    private Owner recent;

    /** Returns the account's owner, or null. */
    Owner find(String account) {
        if (recent == null || !recent.account.equals(account)) {
            Owner found = owners.get(account);
            if (found == null) {
                return null;
            }
            recent = found;
        }
        return recent;
    }

    Owner findOrAdd(String account) {
        Owner owner = find(account);
        if (owner == null) {
            owner = new Owner(account);
            owners.put(account, owner);
        }
        return owner;
    }

    /**
     * Makes the order known by its id.
     *
     * @throws IllegalArgumentException if its owner already used the id
     */
    void register(RestingOrder order) {
        if (!order.owner.ids.register(order.clientOrderId, order)) {
            throw new IllegalArgumentException(
                    order.owner.account + " already used id " + order.clientOrderId);
        }
    }

    /** Keeps the order's id from being used again once the order is gone or goes by another id. */
    void spend(RestingOrder order) {
        spend(order.owner, order.clientOrderId);
    }

    void spend(String account, String clientOrderId) {
        spend(findOrAdd(account), clientOrderId);
    }

    private void spend(Owner owner, String clientOrderId) {
        owner.ids.put(clientOrderId, null);
        unstoredIds.add(owner.account);
        unstoredIds.add(clientOrderId);
    }

    void restoreSpent(String account, String clientOrderId) {
        findOrAdd(account).ids.put(clientOrderId, null);
    }

    void takeSpent(BiConsumer<String, String> visitor) {
        List<String> taken = unstoredIds;
        unstoredIds = new ArrayList<>();
        for (int i = 0; i < taken.size(); i += 2) {
            visitor.accept(taken.get(i), taken.get(i + 1));
        }
    }
}
