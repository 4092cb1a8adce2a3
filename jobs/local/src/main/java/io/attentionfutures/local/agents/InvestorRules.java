package io.attentionfutures.local.agents;

import java.util.ArrayList;
import java.util.List;

/**
 * Investors of one kind.
 *
 * @param name the account, or its beginning where there are several
 * @param count how many there are, 1 to 1000
 * @param style how they trade
 * @param share part of a market's capacity that each order is for, 0 to 1
 * @param quotes how often in a contract's life they quote, 1 to 1000; of no effect on bets
 * @param chance how often they bet on a contract, 0 to 1; of no effect on quotes
 * @param markets where they trade; empty for everywhere
 */
public record InvestorRules(
        String name,
        Integer count,
        Style style,
        Double share,
        Integer quotes,
        Double chance,
        List<String> markets) {
    static final List<InvestorRules> STANDARD =
            List.of(
                    new InvestorRules("investor-alpha", Style.BUYS_FIRST),
                    new InvestorRules("investor-beta", Style.SELLS_FIRST),
                    new InvestorRules("investor-gamma", Style.BETS));

    /** How an investor trades. */
    public enum Style {
        /** Quotes around a view of the price, buys early and sells late. */
        BUYS_FIRST,
        /** Quotes around a view of the price, sells early and buys late. */
        SELLS_FIRST,
        /** Bets on the direction with little money, and holds on. */
        BETS
    }

    public InvestorRules {
        count = count == null ? 1 : count;
        quotes = quotes == null ? 1 : quotes;
        chance = chance == null ? 0.5 : chance;
        markets = markets == null ? List.of() : List.copyOf(markets);
        Given.name("name", name);
        Given.holds(style != null, "style must be BUYS_FIRST, SELLS_FIRST or BETS");
        share = share == null ? (style == Style.BETS ? 0.02 : 0.01) : share;
        Given.inRange("count", count, 1, 1_000);
        Given.inRange("quotes", quotes, 1, 1_000);
        Given.fraction("share", share);
        Given.fraction("chance", chance);
    }

    private InvestorRules(String name, Style style) {
        this(name, null, style, null, null, null, null);
    }

    /** Returns their accounts. */
    List<String> accounts() {
        if (count == 1) {
            return List.of(name);
        }
        List<String> accounts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            accounts.add(name + "-" + i);
        }
        return accounts;
    }

    boolean trades(String market) {
        return markets.isEmpty() || markets.contains(market);
    }
}
