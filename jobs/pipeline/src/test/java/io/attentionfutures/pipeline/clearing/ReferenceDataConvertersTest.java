package io.attentionfutures.pipeline.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.BaselineRules;
import io.attentionfutures.market.CallRules;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.DeliveryRules;
import io.attentionfutures.market.MarginRules;
import io.attentionfutures.pipeline.testing.Values;
import io.attentionfutures.schemas.AllocationProfile;
import io.attentionfutures.schemas.Role;
import io.attentionfutures.schemas.SelfTradePrevention;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class ReferenceDataConvertersTest {
    /** Fields whose rules give their name its meaning, which a flat record does not. */
    private static final Map<String, String> PUBLIC_NAMES =
            Map.of(
                    "MarginRules.minimumFraction", "minimumMarginFraction",
                    "MarginRules.buffer", "marginBuffer",
                    "MarginRules.callMillis", "marginCallMillis",
                    "DeliveryRules.verified", "deliveryVerified",
                    "BaselineRules.account", "baselineAccount",
                    "BaselineRules.levels", "baselineLevels");

    @Test
    void everyRoleMapsToTheConstantOfItsName() {
        assertThat(known(Role.values()))
                .containsExactlyInAnyOrderElementsOf(
                        names(io.attentionfutures.market.Role.values()));
        for (String name : known(Role.values())) {
            Account account =
                    ReferenceDataConverters.account(
                            Values.account("alice", Role.valueOf(name), "EUW1"));
            assertThat(account.role()).hasToString(name);
        }
    }

    @Test
    void everyFieldOfAnAccountLandsWhereItShould() {
        io.attentionfutures.schemas.Account record = Values.account("alice", Role.INVESTOR, "EUW1");
        record.setActive(false);
        record.setWeight(7);
        record.setPaysInFull(true);
        record.setVerifiedLots(Map.of("H100.EUW1", 8L, "A100.EUW1", 0L));
        assertThat(ReferenceDataConverters.account(record))
                .isEqualTo(
                        new Account(
                                "alice",
                                io.attentionfutures.market.Role.INVESTOR,
                                false,
                                7,
                                true,
                                new TreeMap<>(Map.of("H100.EUW1", 8L, "A100.EUW1", 0L))));
    }

    @Test
    void everySymbolOfASpecificationMapsToTheConstantOfItsName() {
        assertThat(known(AllocationProfile.values()))
                .containsExactlyInAnyOrderElementsOf(
                        names(io.attentionfutures.market.AllocationProfile.values()));
        for (String name : known(AllocationProfile.values())) {
            assertThat(
                            ReferenceDataConverters.specification(
                                            Values.specification("H100.EUW1")
                                                    .setAllocationProfile(
                                                            AllocationProfile.valueOf(name))
                                                    .build())
                                    .allocationProfile())
                    .hasToString(name);
        }
        assertThat(known(SelfTradePrevention.values()))
                .containsExactlyInAnyOrderElementsOf(
                        names(io.attentionfutures.market.SelfTradePrevention.values()));
        for (String name : known(SelfTradePrevention.values())) {
            assertThat(
                            ReferenceDataConverters.specification(
                                            Values.specification("H100.EUW1")
                                                    .setSelfTradePrevention(
                                                            SelfTradePrevention.valueOf(name))
                                                    .build())
                                    .selfTradePrevention())
                    .hasToString(name);
        }
    }

    @Test
    void everyFieldOfASpecificationLandsInTheOneOfItsName() throws Exception {
        io.attentionfutures.schemas.ContractSpecification record = distinct();
        ContractSpecification specification = ReferenceDataConverters.specification(record);
        Map<String, Object> values = flat(specification);
        assertThat(record.getSchema().getFields())
                .extracting(Schema.Field::name)
                .containsExactlyElementsOf(values.keySet());
        values.forEach(
                (field, value) ->
                        assertThat(value).as(field).hasToString(String.valueOf(record.get(field))));
        assertThat(values.values().stream().map(String::valueOf)).doesNotHaveDuplicates();
    }

    /** All values of a specification by the public name of their field, in public order. */
    private static Map<String, Object> flat(Record rules) throws ReflectiveOperationException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent field : rules.getClass().getRecordComponents()) {
            Object value = field.getAccessor().invoke(rules);
            if (value instanceof Record nested) {
                values.putAll(flat(nested));
            } else {
                String name = rules.getClass().getSimpleName() + "." + field.getName();
                values.put(PUBLIC_NAMES.getOrDefault(name, field.getName()), value);
            }
        }
        return values;
    }

    @Test
    void whatASpecificationOfTheFirstReleaseDoesNotSayStaysAsItWas() {
        ContractSpecification specification =
                ReferenceDataConverters.specification(Values.specification("H100.EUW1").build());
        assertThat(specification.calls()).isEqualTo(CallRules.plain());
        assertThat(specification.margin()).isEqualTo(MarginRules.none());
        assertThat(specification.delivery()).isEqualTo(DeliveryRules.plain());
        assertThat(specification.baseline()).isEqualTo(BaselineRules.none());
        assertThat(specification.autoregressiveAfterPeriods())
                .isEqualTo(ContractSpecification.AUTOREGRESSIVE_AFTER);
    }

    /** A valid specification in which no two numbers are the same. */
    private static io.attentionfutures.schemas.ContractSpecification distinct() {
        return Values.specification("H100.EUW1")
                .setPeriodMillis(7_200_000)
                .setLotSize(2)
                .setTickValue(3)
                .setPriceIncrementTicks(4)
                .setFloorTicks(5)
                .setCapTicks(1_001)
                .setMarginalCostTicks(151)
                .setMinimumReserve(6)
                .setListingHorizon(7)
                .setCallIntervalMillis(60_001)
                .setGateClosureMillis(900_001)
                .setFreezeMillis(8)
                .setMaximumOrderLots(1_002)
                .setProtectionTicks(401)
                .setBandFloorTicks(601)
                .setBandFraction(1.25)
                .setReferenceStepTicks(201)
                .setOpeningReferenceTicks(202)
                .setForecastStaleMillis(7_200_001)
                .setMarketStaleMillis(7_200_002)
                .setMarketDeviationTicks(11.5)
                .setMinimumVolumeLots(12)
                .setRandomEndMillis(13)
                .setRandomSeed(14)
                .setIndicativeMillis(15)
                .setOpenMinute(16)
                .setCloseMinute(1_017)
                .setDynamicBandFloorTicks(18)
                .setDynamicBandFactor(19.5)
                .setExtensionMillis(20)
                .setExtensionFactor(21.5)
                .setCollateralised(true)
                .setPositionLimitLots(22)
                .setFeePerLot(23)
                .setInitialVolatility(24.5)
                .setVolatilityIntervalMillis(25)
                .setVolatilityDecay(0.26)
                .setMarginPeriods(27.5)
                .setMinimumMarginFraction(28.5)
                .setMarginBuffer(29.5)
                .setMaintenanceFraction(0.3)
                .setMarginCallMillis(31)
                .setBondFraction(32.5)
                .setSettlementWindowMillis(33)
                .setSettlementDelayMillis(34)
                .setDeliveryVerified(false)
                .setPenaltyFraction(35.5)
                .setBaselineAccount("house.baseline")
                .setBaselineLevels(36)
                .setAutoregressiveAfterPeriods(37)
                .build();
    }

    @Test
    void whatTheDomainRefusesIsNamed() {
        assertThatThrownBy(
                        () ->
                                ReferenceDataConverters.specification(
                                        Values.specification("H100.EUW1").setLotSize(0).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lotSize must be at least 1");
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    /** All symbols but the one that stands for those of later releases. */
    private static List<String> known(Enum<?>[] symbols) {
        return names(symbols).stream().filter(name -> !name.equals("UNKNOWN")).toList();
    }
}
