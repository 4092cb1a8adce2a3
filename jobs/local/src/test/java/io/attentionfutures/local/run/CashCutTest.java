package io.attentionfutures.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.schemas.AccountStatus;
import io.attentionfutures.schemas.Statement;
import io.attentionfutures.schemas.StatementReason;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CashCutTest {
    static {
        AvroSafety.apply();
    }

    private final List<Statement> statements = new ArrayList<>();

    @Test
    void withoutAPeriodicStatementThereIsNothingToCompare() {
        say("ada", 0, StatementReason.TRANSFER, 100, 100);

        assertThat(balance().asOf()).isNull();
        assertThat(balance().deposits()).isZero();
        assertThat(balance().difference()).isZero();
    }

    @Test
    void whatIsHeldIsWhatWasDeposited() {
        say("ada", 0, StatementReason.TRANSFER, 100, 100);
        say("bea", 1, StatementReason.TRANSFER, 50, 50);
        say("ada", 7, StatementReason.TRANSFER, -20, 80);
        say("ada", 10, StatementReason.PERIODIC, 0, 60);
        say("house.escrow", 11, StatementReason.PERIODIC, 0, 12);
        say("house.fees", 12, StatementReason.PERIODIC, 0, 8);

        CashCut.Balance balance = balance();

        assertThat(balance.deposits()).isEqualTo(130);
        assertThat(balance.participants()).isEqualTo(110);
        assertThat(balance.escrow()).isEqualTo(12);
        assertThat(balance.fees()).isEqualTo(8);
        assertThat(balance.difference()).isZero();
        assertThat(balance.asOf()).isEqualTo("1970-01-01T00:00:12Z");
    }

    @Test
    void aMinorUnitThatIsMissingIsSeen() {
        say("ada", 0, StatementReason.TRANSFER, 100, 100);
        say("ada", 10, StatementReason.PERIODIC, 0, 60);
        say("bea", 11, StatementReason.PERIODIC, 0, 39);

        assertThat(balance().difference()).isEqualTo(-1);
    }

    @Test
    void statementsOfSingleAccountsAfterTheLastPeriodicOneDoNotCount() {
        say("ada", 0, StatementReason.TRANSFER, 100, 100);
        say("ada", 10, StatementReason.PERIODIC, 0, 60);
        say("bea", 11, StatementReason.PERIODIC, 0, 40);
        // Ada has lost 25 to bea, whom nobody has told yet.
        say("ada", 20, StatementReason.MARGIN_CALL, 0, 35);
        say("ada", 21, StatementReason.TRANSFER, 500, 535);

        assertThat(balance().deposits()).isEqualTo(100);
        assertThat(balance().difference()).isZero();
    }

    @Test
    void topicsMayBeReadInAnyOrderAcrossAccounts() {
        say("ada", 0, StatementReason.TRANSFER, 100, 100);
        say("bea", 1, StatementReason.TRANSFER, 70, 70);
        say("ada", 10, StatementReason.PERIODIC, 0, 60);
        say("bea", 11, StatementReason.PERIODIC, 0, 110);
        say("bea", 12, StatementReason.TRANSFER, 5, 115);
        say("bea", 20, StatementReason.PERIODIC, 0, 105);
        say("cyd", 21, StatementReason.PERIODIC, 0, 10);
        say("ada", 22, StatementReason.MARGIN_CALL, 0, 1);
        CashCut.Balance expected = balance();
        assertThat(expected.difference()).isZero();
        assertThat(expected.deposits()).isEqualTo(175);

        for (int seed = 0; seed < 50; seed++) {
            List<String> accounts = new ArrayList<>(List.of("ada", "bea", "cyd"));
            Collections.shuffle(accounts, new Random(seed));
            List<Statement> inAnotherOrder = new ArrayList<>(statements);
            inAnotherOrder.sort(
                    Comparator.comparingInt(statement -> accounts.indexOf(statement.getAccount())));
            assertThat(balance(inAnotherOrder)).isEqualTo(expected);
        }
    }

    private void say(
            String account, long sequence, StatementReason reason, long amount, long cash) {
        statements.add(
                Statement.newBuilder()
                        .setAccount(account)
                        .setSegment("R")
                        .setTime(Instant.ofEpochSecond(sequence))
                        .setSequence(sequence)
                        .setReason(reason)
                        .setStatus(AccountStatus.NORMAL)
                        .setAmount(new BigDecimal(BigInteger.valueOf(amount)))
                        .setCash(new BigDecimal(BigInteger.valueOf(cash)))
                        .setReserved(BigDecimal.ZERO)
                        .setMaintenance(BigDecimal.ZERO)
                        .setPositions(List.of())
                        .build());
    }

    private CashCut.Balance balance() {
        return balance(statements);
    }

    private static CashCut.Balance balance(List<Statement> statements) {
        CashCut cut = new CashCut();
        statements.forEach(cut::add);
        return cut.balance();
    }
}
