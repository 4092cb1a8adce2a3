package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.MarginRules;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.clearing.MarketEvent.AccountChanged;
import io.attentionfutures.market.clearing.MarketEvent.CollateralMoved;
import io.attentionfutures.market.clearing.MarketEvent.DemandRealised;
import io.attentionfutures.market.clearing.MarketEvent.ForecastArrived;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;
import io.attentionfutures.market.clearing.MarketEvent.TransferKind;
import java.util.Random;
import java.util.TreeMap;

/** Events whose numbers are as large, as small or as odd as a decoder lets them be. */
final class ExtremeEvents {
    private static final long LARGEST = ContractSpecification.LARGEST - 1;
    private static final double[] NUMBERS = {
        0,
        -0.0,
        1,
        1_000,
        -1,
        Double.MIN_VALUE,
        1e-9,
        1e9,
        1e18,
        1e300,
        Double.MAX_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private final Random random;

    ExtremeEvents(Random random) {
        this.random = random;
    }

    MarketEvent event(LogPosition position) {
        switch (random.nextInt(5)) {
            case 0:
                return specification(position);
            case 1:
                TreeMap<String, Long> verified = new TreeMap<>();
                verified.put(market(), whole());
                Role role = Role.values()[random.nextInt(Role.values().length)];
                int weight = (int) Math.max(1, Math.min(Integer.MAX_VALUE, whole()));
                boolean inFull = random.nextBoolean();
                return new AccountChanged(
                        position, new Account(account(), role, true, weight, inFull, verified));
            case 2:
                TransferKind kind = TransferKind.values()[random.nextInt(2)];
                long amount = random.nextInt(4) == 0 ? Long.MAX_VALUE : whole();
                String id = "x" + position.offset();
                return new CollateralMoved(position, id, account(), kind, amount);
            case 3:
                TreeMap<String, Double> delivered = new TreeMap<>();
                delivered.put(account(), number());
                long past = period(position) - random.nextInt(3) * RandomRules.PERIOD;
                return new DemandRealised(
                        position,
                        market(),
                        past,
                        RandomRules.PERIOD,
                        number(),
                        number(),
                        delivered);
            default:
                return forecast(position);
        }
    }

    private ForecastArrived forecast(LogPosition position) {
        int periods = random.nextInt(5);
        double[] mean = new double[periods];
        double[] deviation = new double[periods];
        int points = random.nextInt(4);
        double[][] quantiles = new double[points == 0 ? 0 : periods][points];
        for (int i = 0; i < periods; i++) {
            mean[i] = number();
            deviation[i] = number();
        }
        for (double[] period : quantiles) {
            for (int i = 0; i < points; i++) {
                period[i] = number();
            }
        }
        double[] probabilities = new double[points];
        for (int i = 0; i < points; i++) {
            probabilities[i] = random.nextInt(8) == 0 ? number() : (i + 1) / (points + 1.0);
        }
        return new ForecastArrived(
                position,
                market(),
                period(position),
                RandomRules.PERIOD,
                number(),
                mean,
                deviation,
                probabilities,
                quantiles);
    }

    /** Of a market of its own: the others are to go on trading. */
    private SpecificationChanged specification(LogPosition position) {
        ContractSpecification plain = Specifications.plain();
        try {
            return new SpecificationChanged(position, Specifications.with(this::stretch));
        } catch (IllegalArgumentException e) {
            // What is no specification is a dead letter, and never comes here.
            return new SpecificationChanged(position, plain);
        }
    }

    private void stretch(Specifications s) {
        s.market = random.nextInt(3) == 0 ? market() : "X100.EUW1";
        s.periodMillis = RandomRules.PERIOD;
        s.gateClosureMillis = random.nextInt(4) == 0 ? whole() : RandomRules.GATE;
        s.listingHorizon = 1 + random.nextInt(4);
        s.lotSize = random.nextBoolean() ? 1 : Math.max(1, whole());
        s.tickValue = 1 + Math.min(999_998, whole());
        s.capTicks = Math.min((1L << 30) - 1, whole());
        s.floorTicks = Math.min(s.capTicks, random.nextBoolean() ? 0 : whole());
        s.marginalCostTicks = Math.min(s.capTicks, Math.max(s.floorTicks, whole()));
        s.minimumReserve = whole();
        s.priceIncrementTicks = Math.max(1, random.nextBoolean() ? 1 : whole());
        s.maximumOrderLots = Math.max(1, Math.min(1L << 31, whole()));
        s.protectionTicks = whole();
        s.bandFloorTicks = whole();
        s.bandFraction = number();
        s.referenceStepTicks = Math.max(1, whole());
        s.openingReferenceTicks = random.nextInt(3) == 0 ? -1 : Math.min(s.capTicks, whole());
        s.marketDeviationTicks = number();
        s.minimumVolumeLots = Math.max(1, whole());
        s.margin =
                new MarginRules(
                        random.nextBoolean(),
                        whole(),
                        whole(),
                        number(),
                        60_000,
                        random.nextInt(100) / 100.0,
                        number(),
                        number(),
                        number(),
                        random.nextInt(101) / 100.0,
                        whole(),
                        number());
    }

    private static long period(LogPosition position) {
        return Math.floorDiv(position.timeMillis(), RandomRules.PERIOD) * RandomRules.PERIOD;
    }

    private String market() {
        return RandomLife.MARKETS[random.nextInt(RandomLife.MARKETS.length)];
    }

    private String account() {
        int who = random.nextInt(12);
        return who < 10
                ? RandomLife.ACCOUNTS[who]
                : who == 10 ? ClearingHouse.DEFAULT_FUND : ClearingHouse.FEES;
    }

    /** Not negative, and no larger than a decoder lets through. */
    private long whole() {
        switch (random.nextInt(5)) {
            case 0:
                return LARGEST;
            case 1:
                return 1L << random.nextInt(40);
            default:
                return random.nextInt(1_000);
        }
    }

    private double number() {
        return random.nextBoolean()
                ? random.nextInt(2_000)
                : NUMBERS[random.nextInt(NUMBERS.length)];
    }
}
