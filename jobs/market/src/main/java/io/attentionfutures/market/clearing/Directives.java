package io.attentionfutures.market.clearing;

import io.attentionfutures.market.Role;
import io.attentionfutures.market.auction.Band;
import io.attentionfutures.market.clearing.MarketEvent.DirectiveIssued;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import java.util.Collection;
import java.util.List;

/**
 * Carries out what regulators order, and answers each directive on the audit trail. A directive's
 * id is remembered for a week. What a directive sets holds until another one changes it, whatever
 * the operator publishes; a band of 0 to 0 and a position limit of 0 take the last one back.
 */
final class Directives {
    private static final String KIND = "directive";

    private final Segment segment;
    private final Listing listing;
    private final OrderRemoval removal;
    private final Audit audit;

    Directives(Segment segment, Listing listing, OrderRemoval removal, Audit audit) {
        this.segment = segment;
        this.listing = listing;
        this.removal = removal;
        this.audit = audit;
    }

    void carryOut(DirectiveIssued directive) {
        Rejection rejection = check(directive);
        if (rejection == null) {
            rejection = perform(directive);
        }
        if (rejection != null) {
            audit.rejected(
                    directive.position(),
                    KIND,
                    directive.directiveId(),
                    rejection.code(),
                    rejection.reason());
            return;
        }
        segment.directives.add(directive.directiveId(), segment.nowMillis);
        audit.accepted(
                directive.position(),
                KIND,
                directive.directiveId(),
                directive.action() + " " + directive.target() + " by " + directive.issuer());
    }

    private Rejection check(DirectiveIssued directive) {
        if (segment.markets.isEmpty()) {
            return Rejection.of(
                    RejectionCode.UNKNOWN_SEGMENT, "segment", segment.name, "has no market");
        }
        AccountState issuer = segment.accounts.get(directive.issuer());
        if (issuer == null
                || issuer.account.role() != Role.REGULATOR
                || !issuer.mayTrade()
                || Ledger.isHouse(issuer.id())) {
            return Rejection.of(
                    RejectionCode.NOT_AUTHORISED,
                    "issuer",
                    directive.issuer(),
                    "must be an active account of role REGULATOR in segment " + segment.name);
        }
        if (!Admission.isIdentifier(directive.directiveId())) {
            return invalid(
                    "directiveId",
                    directive.directiveId(),
                    "must be 1 to " + Admission.LONGEST_ID + " characters");
        }
        if (segment.directives.contains(directive.directiveId(), segment.nowMillis)) {
            return Rejection.of(
                    RejectionCode.DUPLICATE_RECORD,
                    "directiveId",
                    directive.directiveId(),
                    "was already carried out");
        }
        if (directive.target() == null) {
            return unknown(directive, "must be named");
        }
        return directive.action() == null ? invalid("action", null, "is not known") : null;
    }

    private Rejection perform(DirectiveIssued directive) {
        switch (directive.action()) {
            case SUSPEND_ACCOUNT:
            case REINSTATE_ACCOUNT:
                return account(directive);
            case SET_ALLOCATION_PROFILE:
            case SET_MARGIN_BUFFER:
                return rules(directive);
            default:
                return trading(directive);
        }
    }

    private Rejection account(DirectiveIssued directive) {
        AccountState account = segment.accounts.get(directive.target());
        if (account == null || Ledger.isHouse(account.id())) {
            return unknown(directive, "must be an account of segment " + segment.name);
        }
        account.suspended = directive.action() == MarketEvent.DirectiveAction.SUSPEND_ACCOUNT;
        segment.changes.touch(account);
        if (account.suspended) {
            removal.removeAll(account, ExecutionType.SUSPENDED);
        }
        return null;
    }

    private Rejection rules(DirectiveIssued directive) {
        Market market = segment.markets.get(directive.target());
        if (market == null) {
            return unknown(directive, "must be a market of segment " + segment.name);
        }
        if (directive.action() == MarketEvent.DirectiveAction.SET_ALLOCATION_PROFILE) {
            if (directive.profile() == null) {
                return invalid("allocationProfile", null, "is not known");
            }
            market.profileDirective = directive.profile();
        } else {
            if (!(directive.buffer() >= 0 && directive.buffer() < 1e3)) {
                return invalid("buffer", directive.buffer(), "must be 0 to below 1000");
            }
            market.bufferDirective = directive.buffer();
        }
        market.applyDirectives();
        listing.requoteAll(market);
        return null;
    }

    private Rejection trading(DirectiveIssued directive) {
        Market market = segment.markets.get(directive.target());
        ContractState contract = segment.contracts.get(directive.target());
        if (market == null && contract == null) {
            return unknown(
                    directive, "must be a market or a trading contract of segment " + segment.name);
        }
        Market of = market == null ? contract.market : market;
        Collection<ContractState> contracts =
                market == null ? List.of(contract) : market.contracts.values();
        Rejection rejection = null;
        switch (directive.action()) {
            case HALT:
                halt(market, contract);
                contracts.forEach(segment::unscheduleCall);
                break;
            case RESUME:
                resume(market, contracts);
                break;
            case SET_BAND:
                rejection = band(directive, of, market, contract);
                break;
            default:
                rejection = limit(directive, market, contract);
        }
        of.specificationChanged = true;
        contracts.forEach(segment.changes::touch);
        if (rejection == null) {
            listing.requoteAll(of);
        }
        return rejection;
    }

    private static void halt(Market market, ContractState contract) {
        if (market != null) {
            market.halted = true;
        } else {
            contract.halted = true;
        }
    }

    private void resume(Market market, Collection<ContractState> contracts) {
        boolean all = market != null && market.halted;
        if (market != null) {
            market.halted = false;
        }
        for (ContractState contract : contracts) {
            // Else the price that led to the halt would lead to the next one.
            contract.resumed |= all || contract.halted;
            contract.halted = false;
            contract.extended = false;
        }
    }

    private static Rejection band(
            DirectiveIssued directive, Market of, Market market, ContractState contract) {
        long low = directive.lowTicks();
        long high = directive.highTicks();
        boolean withdrawn = low == 0 && high == 0;
        if (!withdrawn
                && (low > high
                        || low < of.specification.floorTicks()
                        || high > of.specification.capTicks())) {
            return invalid(
                    "band",
                    low + " to " + high,
                    "must lie in "
                            + of.specification.floorTicks()
                            + " to "
                            + of.specification.capTicks());
        }
        Band band = withdrawn ? null : new Band(low, high);
        if (market != null) {
            market.bandDirective = band;
        } else {
            contract.bandDirective = band;
        }
        return null;
    }

    private static Rejection limit(
            DirectiveIssued directive, Market market, ContractState contract) {
        if (directive.lots() < 0) {
            return invalid("lots", directive.lots(), "must not be negative");
        }
        long limit = directive.lots() == 0 ? -1 : directive.lots();
        if (market != null) {
            market.limitDirective = limit;
        } else {
            contract.limitDirective = limit;
        }
        return null;
    }

    private static Rejection unknown(DirectiveIssued directive, String expected) {
        return Rejection.of(RejectionCode.UNKNOWN_TARGET, "target", directive.target(), expected);
    }

    private static Rejection invalid(String field, Object value, String expected) {
        return Rejection.of(RejectionCode.INVALID_VALUE, field, value, expected);
    }
}
