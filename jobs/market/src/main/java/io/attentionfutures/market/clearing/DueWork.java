package io.attentionfutures.market.clearing;

/** What is done when a deadline has come. */
final class DueWork {
    private final Uncross uncross;
    private final OrderRemoval removal;
    private final ContractLife contractLife;
    private final Listing listing;
    private final MarginCalls marginCalls;
    private final Indications indications;

    DueWork(
            Uncross uncross,
            OrderRemoval removal,
            ContractLife contractLife,
            Listing listing,
            MarginCalls marginCalls,
            Indications indications) {
        this.uncross = uncross;
        this.removal = removal;
        this.contractLife = contractLife;
        this.listing = listing;
        this.marginCalls = marginCalls;
        this.indications = indications;
    }

    void run(Deadlines.Deadline due) {
        switch (due.kind()) {
            case CALL:
                uncross.call(due.contract());
                break;
            case EXPIRE:
                removal.expire(due.contract(), due.timeMillis());
                break;
            case CLOSE:
                contractLife.close(due.contract());
                break;
            case SETTLE:
                contractLife.settle(due.contract());
                break;
            case LIST:
                listing.list(due.market());
                break;
            case MARGIN:
                marginCalls.check(due.account(), 0);
                break;
            case INDICATE:
                indications.due(due.contract());
                break;
        }
    }
}
