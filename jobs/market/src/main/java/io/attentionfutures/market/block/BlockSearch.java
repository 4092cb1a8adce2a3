package io.attentionfutures.market.block;

import java.util.ArrayList;
import java.util.List;

/**
 * Searches, among blocks that depend on one another, those to accept.
 *
 * <p>A few blocks are tried in every combination. Of more, those in the money without any block are
 * accepted, the worst loser is dropped until none is left, and rejected blocks are put back in,
 * deepest in the money first; or all are put in one after the other from the start, if that ends
 * with more welfare. Then rejected blocks still in the money are forced in, one at a time, against
 * those accepted, and tried in every combination with their nearest neighbours, as long as welfare
 * rises.
 */
final class BlockSearch {
    private static final int NONE = -1;

    private final Acceptance acceptance;
    private final int[] members;
    private final SearchLimits limits;
    private final long lastWork;

    /**
     * Makes a search.
     *
     * @param members the blocks, ascending; no other block meets them in any period
     */
    BlockSearch(Acceptance acceptance, int[] members, SearchLimits limits) {
        this.acceptance = acceptance;
        this.members = members;
        this.limits = limits;
        this.lastWork = acceptance.work() + limits.work() * members.length / acceptance.size();
    }

    void run() {
        if (members.length <= limits.exhaustiveBlocks()) {
            new BlockCombinations(acceptance, members, members).takeBest();
            return;
        }
        acceptInTheMoney();
        dropLosers(NONE);
        insertRejected();
        boolean[] dropped = snapshot();
        long welfare = acceptance.welfare();
        restore(new boolean[members.length]);
        insertRejected();
        if (acceptance.welfare() < welfare) {
            restore(dropped);
        }
        boolean improved = true;
        while (improved && !isExhausted()) {
            improved = forceIn();
            improved |= combineNeighbours();
        }
        new BlockPreference(acceptance, members).apply();
    }

    private boolean isExhausted() {
        return acceptance.work() >= lastWork;
    }

    private void acceptInTheMoney() {
        boolean[] inTheMoney = new boolean[members.length];
        for (int i = 0; i < members.length; i++) {
            inTheMoney[i] = acceptance.isPriced(members[i]) && acceptance.gain(members[i]) >= 0;
        }
        restore(inTheMoney);
    }

    /** Drops the worst loser until none is left; returns false if only the block to keep loses. */
    private boolean dropLosers(int kept) {
        while (!acceptance.isAcceptable(members)) {
            int worst = acceptance.worst(members, kept);
            if (worst == NONE && kept != NONE) {
                worst = acceptance.shallowestRival(members, kept);
            }
            if (worst == NONE) {
                return false;
            }
            acceptance.toggle(worst);
        }
        return true;
    }

    /** Puts in rejected blocks, deepest in the money first, as long as none then loses. */
    private void insertRejected() {
        boolean inserted = true;
        while (inserted && !isExhausted()) {
            inserted = false;
            for (int block : candidates()) {
                inserted |= acceptance.mayGain(block) && insert(block);
            }
        }
    }

    private boolean insert(int block) {
        long before = acceptance.welfare();
        acceptance.toggle(block);
        if (acceptance.isAcceptable(members) && acceptance.welfare() >= before) {
            return true;
        }
        acceptance.toggle(block);
        return false;
    }

    /** Rejected blocks that may gain, deepest in the money first. */
    private List<Integer> candidates() {
        List<Integer> candidates = new ArrayList<>();
        for (int block : members) {
            if (!acceptance.isAccepted(block) && acceptance.mayGain(block)) {
                candidates.add(block);
            }
        }
        candidates.sort(acceptance::compareDepth);
        return candidates;
    }

    /** Forces rejected blocks in at the cost of others; keeps what raises welfare. */
    private boolean forceIn() {
        boolean improved = false;
        for (int block : candidates()) {
            if (isExhausted()) {
                break;
            }
            if (acceptance.isAccepted(block) || !acceptance.mayGain(block)) {
                continue;
            }
            boolean[] before = snapshot();
            long welfare = acceptance.welfare();
            acceptance.toggle(block);
            boolean acceptable = dropLosers(block);
            if (acceptable) {
                insertRejected();
            }
            if (acceptable && acceptance.welfare() > welfare) {
                improved = true;
            } else {
                restore(before);
            }
        }
        return improved;
    }

    /** Tries rejected blocks in every combination with the blocks nearest to the money. */
    private boolean combineNeighbours() {
        boolean improved = false;
        for (int block : candidates()) {
            if (isExhausted()) {
                break;
            }
            int[] window = acceptance.neighbours(members, block, limits.windowBlocks());
            improved |= new BlockCombinations(acceptance, members, window).takeBest();
        }
        return improved;
    }

    private boolean[] snapshot() {
        boolean[] accepted = new boolean[members.length];
        for (int i = 0; i < members.length; i++) {
            accepted[i] = acceptance.isAccepted(members[i]);
        }
        return accepted;
    }

    private void restore(boolean[] accepted) {
        for (int i = 0; i < members.length; i++) {
            if (acceptance.isAccepted(members[i]) != accepted[i]) {
                acceptance.toggle(members[i]);
            }
        }
    }
}
