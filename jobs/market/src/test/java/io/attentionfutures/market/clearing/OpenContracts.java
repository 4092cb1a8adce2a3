package io.attentionfutures.market.clearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.CallRules;
import io.attentionfutures.market.ContractCode;
import io.attentionfutures.market.clearing.MarketEvent.DirectiveIssued;
import io.attentionfutures.market.clearing.MarketEvent.NewBlockOrder;
import io.attentionfutures.market.clearing.MarketEvent.SpecificationChanged;
import io.attentionfutures.market.clearing.MarketOutput.AuditRecorded;
import io.attentionfutures.market.clearing.MarketOutput.Decision;
import io.attentionfutures.market.clearing.MarketOutput.DepthPublished;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionReport;
import io.attentionfutures.market.clearing.MarketOutput.ExecutionType;
import io.attentionfutures.market.clearing.MarketOutput.PriceKind;
import io.attentionfutures.market.clearing.MarketOutput.PricePublished;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows from the audit trail alone what is halted and when markets are open, and insists that
 * nothing enters or prints meanwhile.
 */
final class OpenContracts implements Life.Step {
    private final Set<String> halted = new HashSet<>();
    private final Map<String, CallRules> rules = new HashMap<>();
    int halts;

    @Override
    public void check(MarketEvent event, List<MarketOutput> said) {
        for (MarketOutput output : said) {
            if (output instanceof AuditRecorded) {
                take(event, (AuditRecorded) output);
            } else if (output instanceof ExecutionReport) {
                ExecutionReport report = (ExecutionReport) output;
                if (report.type() == ExecutionType.NEW && report.cause() != null) {
                    for (String contract : contracts(event, report)) {
                        assertMayEnter(contract, report.timeMillis());
                    }
                }
            } else if (output instanceof DepthPublished) {
                assertThat(isHalted(((DepthPublished) output).contract())).isFalse();
            } else if (output instanceof PricePublished) {
                PricePublished price = (PricePublished) output;
                if (price.kind() == PriceKind.CLEARING) {
                    assertThat(isHalted(price.contract())).isFalse();
                }
            }
        }
    }

    private void take(MarketEvent event, AuditRecorded record) {
        if (record.decision() == Decision.ENACTED && record.kind().equals("halt")) {
            halts++;
            halted.add(record.subject());
        }
        if (record.decision() != Decision.ACCEPTED || record.cause() == null) {
            return;
        }
        if (event instanceof SpecificationChanged) {
            SpecificationChanged changed = (SpecificationChanged) event;
            rules.put(changed.specification().market(), changed.specification().calls());
        } else if (event instanceof DirectiveIssued) {
            take((DirectiveIssued) event);
        }
    }

    private void take(DirectiveIssued directive) {
        switch (directive.action()) {
            case HALT:
                halted.add(directive.target());
                break;
            case RESUME:
                halted.remove(directive.target());
                halted.removeIf(name -> name.startsWith(directive.target() + "."));
                break;
            default:
        }
    }

    private static List<String> contracts(MarketEvent event, ExecutionReport report) {
        if (!(event instanceof NewBlockOrder)) {
            return List.of(report.contract());
        }
        List<String> contracts = new ArrayList<>();
        ContractCode first = ContractCode.parse(report.contract());
        for (int i = 0; i < ((NewBlockOrder) event).periods(); i++) {
            long start = first.startMillis() + i * first.periodMillis();
            contracts.add(new ContractCode(first.market(), start, first.periodMillis()).toString());
        }
        return contracts;
    }

    private void assertMayEnter(String contract, long timeMillis) {
        assertThat(isHalted(contract)).as(contract + " is halted").isFalse();
        CallRules calls = rules.get(ContractCode.parse(contract).market());
        long minute = Math.floorMod(timeMillis, 24 * Exchange.HOUR) / Exchange.MINUTE;
        boolean open = minute >= calls.openMinute();
        boolean notClosed = minute < calls.closeMinute();
        if (calls.openMinute() < calls.closeMinute()) {
            assertThat(open && notClosed).isTrue();
        } else if (calls.openMinute() > calls.closeMinute()) {
            assertThat(open || notClosed).isTrue();
        }
    }

    private boolean isHalted(String contract) {
        return halted.contains(contract) || halted.contains(ContractCode.parse(contract).market());
    }
}
