package io.attentionfutures.pipeline.clearing;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.AllocationProfile;
import io.attentionfutures.market.BaselineRules;
import io.attentionfutures.market.CallRules;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.DeliveryRules;
import io.attentionfutures.market.MarginRules;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.SelfTradePrevention;
import java.util.TreeMap;

/** Maps public reference data to the market's rules and accounts. */
public final class ReferenceDataConverters {
    private ReferenceDataConverters() {}

    /**
     * Converts a specification.
     *
     * @throws IllegalArgumentException if it cannot hold; the message says which value and why
     */
    public static ContractSpecification specification(
            io.attentionfutures.schemas.ContractSpecification record) {
        AllocationProfile profile =
                switch (record.getAllocationProfile()) {
                    case MAX_MIN -> AllocationProfile.MAX_MIN;
                    case PRICE_TIME -> AllocationProfile.PRICE_TIME;
                    case PRO_RATA -> AllocationProfile.PRO_RATA;
                    case UNKNOWN ->
                            throw new IllegalArgumentException("allocationProfile is not known");
                };
        SelfTradePrevention prevention =
                switch (record.getSelfTradePrevention()) {
                    case CANCEL_NEW -> SelfTradePrevention.CANCEL_NEW;
                    case CANCEL_RESTING -> SelfTradePrevention.CANCEL_RESTING;
                    case UNKNOWN ->
                            throw new IllegalArgumentException("selfTradePrevention is not known");
                };
        return new ContractSpecification(
                record.getMarket(),
                record.getSegment(),
                record.getResourceUnit(),
                record.getPeriodMillis(),
                record.getLotSize(),
                record.getTickValue(),
                record.getPriceIncrementTicks(),
                record.getFloorTicks(),
                record.getCapTicks(),
                record.getMarginalCostTicks(),
                record.getMinimumReserve(),
                record.getListingHorizon(),
                record.getCallIntervalMillis(),
                record.getGateClosureMillis(),
                record.getFreezeMillis(),
                record.getMaximumOrderLots(),
                record.getProtectionTicks(),
                record.getBandFloorTicks(),
                record.getBandFraction(),
                record.getReferenceStepTicks(),
                record.getOpeningReferenceTicks(),
                record.getForecastStaleMillis(),
                record.getMarketStaleMillis(),
                record.getMarketDeviationTicks(),
                record.getMinimumVolumeLots(),
                profile,
                prevention,
                calls(record),
                margin(record),
                new DeliveryRules(
                        record.getSettlementWindowMillis(),
                        record.getSettlementDelayMillis(),
                        record.getDeliveryVerified(),
                        record.getPenaltyFraction()),
                new BaselineRules(record.getBaselineAccount(), record.getBaselineLevels()),
                record.getAutoregressiveAfterPeriods());
    }

    private static CallRules calls(io.attentionfutures.schemas.ContractSpecification record) {
        return new CallRules(
                record.getRandomEndMillis(),
                record.getRandomSeed(),
                record.getIndicativeMillis(),
                record.getOpenMinute(),
                record.getCloseMinute(),
                record.getDynamicBandFloorTicks(),
                record.getDynamicBandFactor(),
                record.getExtensionMillis(),
                record.getExtensionFactor());
    }

    private static MarginRules margin(io.attentionfutures.schemas.ContractSpecification record) {
        return new MarginRules(
                record.getCollateralised(),
                record.getPositionLimitLots(),
                record.getFeePerLot(),
                record.getInitialVolatility(),
                record.getVolatilityIntervalMillis(),
                record.getVolatilityDecay(),
                record.getMarginPeriods(),
                record.getMinimumMarginFraction(),
                record.getMarginBuffer(),
                record.getMaintenanceFraction(),
                record.getMarginCallMillis(),
                record.getBondFraction());
    }

    /**
     * Converts an account.
     *
     * @throws IllegalArgumentException if it cannot be; the message says which value and why
     */
    public static Account account(io.attentionfutures.schemas.Account record) {
        Role role =
                switch (record.getRole()) {
                    case PROVIDER -> Role.PROVIDER;
                    case CONSUMER -> Role.CONSUMER;
                    case INVESTOR -> Role.INVESTOR;
                    case REGULATOR -> Role.REGULATOR;
                    case UNKNOWN -> throw new IllegalArgumentException("role is not known");
                };
        return new Account(
                record.getAccount(),
                role,
                record.getActive(),
                record.getWeight(),
                record.getPaysInFull(),
                new TreeMap<>(record.getVerifiedLots()));
    }
}
