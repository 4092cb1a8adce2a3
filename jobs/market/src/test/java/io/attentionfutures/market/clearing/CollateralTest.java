package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.Account;
import io.attentionfutures.market.Role;
import io.attentionfutures.market.clearing.MarketEvent.TransferKind;
import io.attentionfutures.market.clearing.MarketOutput.AuditRecorded;
import io.attentionfutures.market.clearing.MarketOutput.Decision;
import io.attentionfutures.market.clearing.MarketOutput.RejectionCode;
import io.attentionfutures.market.clearing.MarketOutput.StatementIssued;
import io.attentionfutures.market.clearing.MarketOutput.StatementReason;
import java.math.BigInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollateralTest {
    private Exchange exchange = Margins.exchange();

    @AfterEach
    void goesOnIdenticallyWhenRestored() {
        Replay.goesOnIdentically(exchange);
    }

    @Test
    void aDepositIsAcceptedAndStated() {
        AuditRecorded answer = exchange.transfer("t1", "investor", TransferKind.DEPOSIT, 1000);

        assertThat(answer.decision()).isEqualTo(Decision.ACCEPTED);
        assertThat(answer.kind()).isEqualTo("collateral transfer");
        assertThat(answer.subject()).isEqualTo("t1");
        StatementIssued statement = exchange.last(StatementIssued.class);
        assertThat(statement.account()).isEqualTo("investor");
        assertThat(statement.reason()).isEqualTo(StatementReason.TRANSFER);
        assertThat(statement.amount()).isEqualTo(1000);
        assertThat(statement.cash()).isEqualTo(1000);
        assertThat(statement.reserved()).isZero();
        assertThat(exchange.house.deposited()).isEqualTo(1000);
        assertThat(exchange.house.totalCash()).isEqualTo(1000);
    }

    @Test
    void aWithdrawalOfAllThatIsFreeIsAccepted() {
        exchange.deposit("investor", 1000);
        exchange.buy("investor", "b1", 10, 200);

        assertThat(exchange.withdraw("investor", 380).decision()).isEqualTo(Decision.ACCEPTED);

        assertThat(exchange.free("investor")).isZero();
        assertThat(exchange.last(StatementIssued.class).amount()).isEqualTo(-380);
        assertThat(exchange.last(StatementIssued.class).reserved()).isEqualTo(620);
        assertThat(exchange.house.deposited()).isEqualTo(620);
    }

    @Test
    void aWithdrawalOfMoreThanIsFreeIsRefused() {
        exchange.deposit("investor", 1000);
        exchange.buy("investor", "b1", 10, 200);

        expect(
                exchange.withdraw("investor", 381),
                RejectionCode.INSUFFICIENT_COLLATERAL,
                "amount 381: 380 is free");
        assertThat(exchange.cash("investor")).isEqualTo(1000);
    }

    @Test
    void aTransferCountsOnce() {
        exchange.transfer("t1", "investor", TransferKind.DEPOSIT, 1000);

        expect(
                exchange.transfer("t1", "investor", TransferKind.DEPOSIT, 1000),
                RejectionCode.DUPLICATE_RECORD,
                "transferId t1: was already applied");
        assertThat(exchange.cash("investor")).isEqualTo(1000);
        assertThat(exchange.transfer("t1", "consumer", TransferKind.DEPOSIT, 5).decision())
                .as("another account's ids are its own")
                .isEqualTo(Decision.ACCEPTED);
    }

    @Test
    void aTransfersIdIsForgottenAfterAWeek() {
        exchange.transfer("t1", "investor", TransferKind.DEPOSIT, 1000);
        exchange.advance(7 * 24 * HOUR);
        expect(
                exchange.transfer("t1", "investor", TransferKind.DEPOSIT, 1000),
                RejectionCode.DUPLICATE_RECORD,
                "transferId t1");

        exchange.advance(1);

        assertThat(exchange.transfer("t1", "investor", TransferKind.DEPOSIT, 1).decision())
                .isEqualTo(Decision.ACCEPTED);
    }

    @Test
    void aRefusedTransfersIdIsNotSpent() {
        exchange.transfer("t1", "investor", TransferKind.WITHDRAWAL, 1000);

        assertThat(exchange.transfer("t1", "investor", TransferKind.DEPOSIT, 1).decision())
                .isEqualTo(Decision.ACCEPTED);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"stranger", "house.escrow"})
    void onlyAccountsOfTheSegmentHoldCollateral(String account) {
        expect(
                exchange.deposit(account, 1000),
                RejectionCode.UNKNOWN_ACCOUNT,
                "account " + account + ": not known in segment EUW1");
    }

    @Test
    void aSegmentWithoutMarketsTakesNoCollateral() {
        exchange = new Exchange();

        expect(
                exchange.deposit("investor", 1000),
                RejectionCode.UNKNOWN_SEGMENT,
                "segment EUW1: has no market");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, (1L << 53) + 1, Long.MAX_VALUE})
    void anAmountIsPositiveAndNotTooLarge(long amount) {
        expect(
                exchange.deposit("investor", amount),
                RejectionCode.INVALID_VALUE,
                "amount " + amount + ": must be 1 to 9007199254740992 minor units");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void aTransferNeedsAnId(String id) {
        expect(
                exchange.transfer(id, "investor", TransferKind.DEPOSIT, 5),
                RejectionCode.INVALID_VALUE,
                "transferId " + id + ": must be 1 to 128 characters");
    }

    @ParameterizedTest
    @NullSource
    void aTransferNeedsADirection(TransferKind kind) {
        expect(
                exchange.transfer("t1", "investor", kind, 5),
                RejectionCode.INVALID_VALUE,
                "kind null: must be DEPOSIT or WITHDRAWAL");
    }

    @Test
    void theDefaultFundTakesDepositsAndPaysNothingOut() {
        exchange.deposit(ClearingHouse.DEFAULT_FUND, 500);

        assertThat(exchange.cash(ClearingHouse.DEFAULT_FUND)).isEqualTo(500);
        assertThat(exchange.last(StatementIssued.class).account())
                .isEqualTo(ClearingHouse.DEFAULT_FUND);
        expect(
                exchange.withdraw(ClearingHouse.DEFAULT_FUND, 1),
                RejectionCode.INSUFFICIENT_COLLATERAL,
                "amount 1: the default fund pays nothing out");
    }

    @Test
    void anAccountCannotTakeTheNameOfAFund() {
        AuditRecorded answer =
                exchange.audited(
                        new MarketEvent.AccountChanged(
                                exchange.next(),
                                new Account(ClearingHouse.FEES, Role.INVESTOR, true, 1)));

        assertThat(answer.decision()).isEqualTo(Decision.REJECTED);
        assertThat(answer.rejection()).isEqualTo(RejectionCode.INVALID_VALUE);
    }

    @Test
    void aStatementShowsPositionsAndWhatTheyNeed() {
        exchange.deposit("investor", 1000);
        exchange.deposit("provider", 2000);
        exchange.trade("investor", "provider", 10, 200);

        exchange.deposit("investor", 1);

        StatementIssued statement = exchange.last(StatementIssued.class);
        assertThat(statement.positions())
                .containsExactly(new MarketOutput.PositionLine(Exchange.NEXT_HOUR, 10, 200));
        assertThat(statement.cash()).isEqualTo(BigInteger.valueOf(981));
        assertThat(statement.reserved()).isEqualTo(600);
        assertThat(statement.maintenance()).isEqualTo(450);
    }

    private static void expect(AuditRecorded answer, RejectionCode code, String text) {
        assertThat(answer.decision()).isEqualTo(Decision.REJECTED);
        assertThat(answer.rejection()).isEqualTo(code);
        assertThat(answer.text()).startsWith(text);
    }
}
