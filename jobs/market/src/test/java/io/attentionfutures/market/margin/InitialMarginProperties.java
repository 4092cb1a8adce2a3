package io.attentionfutures.market.margin;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.Specifications;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class InitialMarginProperties {
    private static final ContractSpecification SPECIFICATION =
            Specifications.with(
                    specification -> {
                        specification.capTicks = 100_000;
                        specification.tickValue = 17;
                    });

    /** All that the margin of a lot depends on. */
    record Setting(InitialMargin rule, long mark, double volatility, double stress) {
        long perLot() {
            return rule.perLot(mark, volatility, stress, SPECIFICATION);
        }
    }

    @Property
    void neverFallsWhenAnythingItDependsOnRises(
            @ForAll("settings") Setting setting,
            @ForAll @DoubleRange(min = 0, max = 2) double more,
            @ForAll @LongRange(min = 0, max = 1000) long moreTicks) {
        InitialMargin rule = setting.rule;
        long margin = setting.perLot();

        assertThat(
                        rule.perLot(
                                setting.mark,
                                setting.volatility + more,
                                setting.stress,
                                SPECIFICATION))
                .isGreaterThanOrEqualTo(margin);
        assertThat(
                        rule.perLot(
                                setting.mark + moreTicks,
                                setting.volatility,
                                setting.stress,
                                SPECIFICATION))
                .isGreaterThanOrEqualTo(margin);
        assertThat(
                        rule.perLot(
                                setting.mark,
                                setting.volatility,
                                setting.stress + moreTicks,
                                SPECIFICATION))
                .isGreaterThanOrEqualTo(margin);
        assertThat(
                        with(
                                setting,
                                new InitialMargin(
                                        rule.periods(),
                                        rule.buffer() + more,
                                        rule.minimumFraction())))
                .isGreaterThanOrEqualTo(margin);
        assertThat(
                        with(
                                setting,
                                new InitialMargin(
                                        rule.periods() + more,
                                        rule.buffer(),
                                        rule.minimumFraction())))
                .isGreaterThanOrEqualTo(margin);
    }

    /** The same formula in decimals of forty digits. */
    @Property
    void equalsTheFormulaRoundedUp(@ForAll("settings") Setting setting) {
        MathContext digits = new MathContext(40);
        InitialMargin rule = setting.rule;
        BigDecimal mark = BigDecimal.valueOf(setting.mark);
        BigDecimal move =
                new BigDecimal("2.326")
                        .multiply(new BigDecimal(setting.volatility))
                        .multiply(new BigDecimal(rule.periods()).sqrt(digits))
                        .multiply(mark)
                        .multiply(new BigDecimal(rule.buffer()).add(BigDecimal.ONE));
        BigDecimal money =
                move.max(new BigDecimal(rule.minimumFraction()).multiply(mark))
                        .max(new BigDecimal(setting.stress))
                        .min(BigDecimal.valueOf(SPECIFICATION.capTicks()))
                        .multiply(BigDecimal.valueOf(SPECIFICATION.tickValue()));

        // Within a part in 10^11 of a whole number either neighbour is right.
        assertThat(setting.perLot())
                .isBetween(up(money, "0.99999999999"), up(money, "1.00000000001"));
    }

    @Property
    void neverWrapsNorLosesItsWay(
            @ForAll @DoubleRange(min = 0, max = 1e50) double volatility,
            @ForAll @DoubleRange(min = 0, max = 1e50) double periods,
            @ForAll @DoubleRange(min = 0, max = 1e50) double buffer,
            @ForAll @LongRange(min = 0) long mark) {
        ContractSpecification largest =
                Specifications.with(
                        specification -> {
                            specification.capTicks = (1 << 30) - 1;
                            specification.tickValue = 999_999;
                        });
        InitialMargin rule = new InitialMargin(periods, buffer, 0.02);

        assertThat(rule.perLot(mark, volatility, 0, largest))
                .isBetween(rule.perLot(mark, 0, 0, largest), 1L << 50);
    }

    @Provide
    static Arbitrary<Setting> settings() {
        Arbitrary<InitialMargin> rules =
                Combinators.combine(
                                Arbitraries.doubles().between(0, 100),
                                Arbitraries.doubles().between(0, 1),
                                Arbitraries.doubles().between(0, 0.1))
                        .as(InitialMargin::new);
        return Combinators.combine(
                        rules,
                        Arbitraries.longs().between(0, 50_000),
                        Arbitraries.doubles().between(0, 2),
                        Arbitraries.doubles().between(0, 5_000))
                .as(Setting::new);
    }

    private static long with(Setting setting, InitialMargin rule) {
        return new Setting(rule, setting.mark, setting.volatility, setting.stress).perLot();
    }

    private static long up(BigDecimal money, String factor) {
        return money.multiply(new BigDecimal(factor))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }
}
