package io.attentionfutures.market.clearing;

import io.attentionfutures.market.CallRules;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.ContractSpecification;
import io.attentionfutures.market.OrderType;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.TimeInForce;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.clearing.MarketEvent.NewBlockOrder;
import io.attentionfutures.market.clearing.MarketEvent.NewOrder;
import io.attentionfutures.market.clearing.MarketEvent.OrderCommand;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import io.attentionfutures.market.phase.CallPhase;
import io.attentionfutures.market.price.StaticBand;
import java.time.Instant;

/**
 * The checks that a command has to pass, each on its own; {@link OrderEntry} puts them in order. A
 * check returns null if the command passes. No value of a command makes a check throw.
 */
final class Admission {
    /** Longest client order id; ids are remembered as long as their contract trades. */
    static final int LONGEST_ID = 128;

    private final Segment segment;

    Admission(Segment segment) {
        this.segment = segment;
    }

    /**
     * Regulators count as not active in the market. A segment without markets knows no contract,
     * and says so first: it is where commands for contracts that nobody lists end up.
     */
    Rejection account(OrderCommand command, AccountState state) {
        if (segment.markets.isEmpty()) {
            return Rejection.of(
                    RejectionCode.UNKNOWN_CONTRACT,
                    "contract",
                    command.contract(),
                    "no market of segment '" + segment.name + "' is listed here");
        }
        if (state == null) {
            return Rejection.of(
                    RejectionCode.UNKNOWN_ACCOUNT,
                    "account",
                    command.account(),
                    "not known in segment " + segment.name);
        }
        if (!state.mayTrade()) {
            return Rejection.of(
                    RejectionCode.ACCOUNT_NOT_ACTIVE,
                    "account",
                    command.account(),
                    state.suspended ? "is suspended by directive" : "must be active to trade");
        }
        if (state.account.role() == Role.REGULATOR) {
            return Rejection.of(
                    RejectionCode.ACCOUNT_NOT_ACTIVE,
                    "account",
                    command.account(),
                    "a regulator enters no orders");
        }
        return null;
    }

    /** Says why there is no contract of that code that trades now. */
    Rejection noContract(String name) {
        ContractCode code;
        try {
            code = ContractCode.parse(name == null ? "" : name);
        } catch (IllegalArgumentException e) {
            return Rejection.of(
                    RejectionCode.UNKNOWN_CONTRACT,
                    "contract",
                    name,
                    "must be a code like H100.EUW1.1H.20261122T14Z");
        }
        Market market = segment.markets.get(code.market());
        if (market == null) {
            return Rejection.of(
                    RejectionCode.UNKNOWN_CONTRACT,
                    "contract",
                    name,
                    "segment " + segment.name + " has no market " + code.market());
        }
        ContractSpecification specification = market.specification;
        if (code.periodMillis() != specification.periodMillis()) {
            return Rejection.of(
                    RejectionCode.UNKNOWN_CONTRACT,
                    "contract",
                    name,
                    "delivery periods of this market last "
                            + specification.periodMillis() / 60_000
                            + " minutes");
        }
        if (code.startMillis() > market.listedThroughMillis) {
            long periods = specification.listingHorizon();
            return Rejection.of(
                    RejectionCode.EXCHANGE_CLOSED,
                    "contract",
                    name,
                    "trading opens "
                            + periods
                            + " periods before delivery, at "
                            + Instant.ofEpochMilli(
                                    code.startMillis() - periods * code.periodMillis()));
        }
        return Rejection.of(
                RejectionCode.TOO_LATE_TO_ENTER,
                "contract",
                name,
                "its gate closed at "
                        + Instant.ofEpochMilli(
                                code.startMillis() - specification.gateClosureMillis()));
    }

    /** New orders come while the contract trades: not while halted, not outside its hours. */
    Rejection open(ContractState contract) {
        if (contract.isHalted()) {
            return Rejection.of(
                    RejectionCode.EXCHANGE_CLOSED,
                    "contract",
                    contract.name,
                    "is halted until a regulator resumes it");
        }
        if (!CallTimes.isOpen(contract.market, segment.nowMillis)) {
            CallRules hours = contract.rules().calls();
            return Rejection.of(
                    RejectionCode.EXCHANGE_CLOSED,
                    "contract",
                    contract.name,
                    String.format(
                            "trades from %02d:%02d to %02d:%02d UTC",
                            hours.openMinute() / 60,
                            hours.openMinute() % 60,
                            hours.closeMinute() / 60,
                            hours.closeMinute() % 60));
        }
        return null;
    }

    /** Shortly before a call nothing can be taken back. */
    Rejection freeze(ContractState contract) {
        if (CallTimes.phase(contract, segment.nowMillis) != CallPhase.FREEZE) {
            return null;
        }
        return Rejection.of(
                RejectionCode.TOO_LATE_TO_CANCEL,
                "contract",
                contract.name,
                "frozen until the next call; orders freeze "
                        + contract.rules().freezeMillis()
                        + " ms before it");
    }

    /** A block spans at least one period and no more than are ever listed. */
    Rejection periods(NewBlockOrder command, ContractState first) {
        int most = first.rules().listingHorizon();
        return command.periods() >= 1 && command.periods() <= most
                ? null
                : Rejection.of(
                        RejectionCode.INCORRECT_QUANTITY,
                        "periods",
                        command.periods(),
                        "must be 1 to " + most);
    }

    Rejection duplicate(ContractState contract, String account, OrderCommand command) {
        if (contract.book.isUsed(account, command.clientOrderId())) {
            return Rejection.of(
                    RejectionCode.DUPLICATE_ORDER,
                    "clientOrderId",
                    command.clientOrderId(),
                    "already used by this account in " + contract.name);
        }
        return null;
    }

    Rejection quantity(ContractState contract, long lots, long cumulativeLots) {
        long most = contract.market.specification.maximumOrderLots();
        if (lots <= cumulativeLots || lots > most) {
            return Rejection.of(
                    RejectionCode.INCORRECT_QUANTITY,
                    "lots",
                    lots,
                    "must be "
                            + (cumulativeLots + 1)
                            + " to "
                            + most
                            + (cumulativeLots > 0 ? ", " + cumulativeLots + " are filled" : ""));
        }
        return null;
    }

    Rejection limit(ContractState contract, OrderType type, long limitTicks) {
        if (type != OrderType.LIMIT) {
            return null;
        }
        Band band =
                contract.quote == null ? StaticBand.hard(contract.rules()) : contract.quote.band();
        return limit(contract, limitTicks, band);
    }

    /** A block's limit is one on a mean price: it may lie outside a single contract's band. */
    Rejection hardLimit(ContractState contract, long limitTicks) {
        return limit(contract, limitTicks, StaticBand.hard(contract.rules()));
    }

    private static Rejection limit(ContractState contract, long limitTicks, Band band) {
        long increment = contract.rules().priceIncrementTicks();
        if (limitTicks % increment != 0) {
            return Rejection.of(
                    RejectionCode.INVALID_PRICE_INCREMENT,
                    "limitTicks",
                    limitTicks,
                    "must be a multiple of " + increment);
        }
        if (!band.contains(limitTicks)) {
            return Rejection.of(
                    RejectionCode.PRICE_EXCEEDS_CURRENT_PRICE_BAND,
                    "limitTicks",
                    limitTicks,
                    "must be in the band " + band);
        }
        return null;
    }

    Rejection supported(NewOrder command) {
        if (command.side() == null) {
            return unsupported("side", null, "must be BUY or SELL");
        }
        if (command.type() == null) {
            return unsupported("type", null, "must be LIMIT or MARKET");
        }
        if (command.timeInForce() == null) {
            return unsupported("timeInForce", null, "must be GTC, IOC, FOK or GTD");
        }
        if (command.timeInForce() == TimeInForce.GTD
                && command.expiresMillis() <= segment.nowMillis) {
            return unsupported(
                    "expiresAt",
                    command.expiresMillis(),
                    "must be later than " + segment.nowMillis + " for GTD");
        }
        return identified(command);
    }

    Rejection supported(NewBlockOrder command) {
        return command.side() == null
                ? unsupported("side", null, "must be BUY or SELL")
                : identified(command);
    }

    Rejection identified(OrderCommand command) {
        String id = command.clientOrderId();
        return isIdentifier(id)
                ? null
                : unsupported("clientOrderId", id, "must be 1 to " + LONGEST_ID + " characters");
    }

    static boolean isIdentifier(String id) {
        return id != null && !id.isEmpty() && id.length() <= LONGEST_ID;
    }

    private static Rejection unsupported(String field, Object value, String expected) {
        return Rejection.of(RejectionCode.UNSUPPORTED_ORDER_CHARACTERISTIC, field, value, expected);
    }
}
