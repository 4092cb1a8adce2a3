package io.attentionfutures.local.command;

import io.attentionfutures.local.UserError;
import io.attentionfutures.local.agents.Participants;
import io.attentionfutures.schemas.CollateralTransfer;
import io.attentionfutures.schemas.Topic;
import io.attentionfutures.schemas.TransferKind;
import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** A transfer of collateral as the command line describes it. */
final class Transfer {
    private static final String MAJOR = "major";
    private static final int MINOR_DIGITS = 2;

    @Mixin private MarketAddress market;

    @Option(
            names = "--account",
            description =
                    "Whose collateral; house.default-fund for the segment's default fund. Default: "
                            + Participants.OWN_ACCOUNT
                            + ".")
    private String account = Participants.OWN_ACCOUNT;

    @Option(
            names = "--segment",
            required = true,
            paramLabel = "NAME",
            description = "Clearing segment, e.g. EUW1: the end of a market's name.")
    private String segment;

    @Option(
            names = "--amount",
            required = true,
            paramLabel = "AMOUNT",
            converter = Amount.class,
            description =
                    "Minor units of money, e.g. 250000; or a decimal with its unit: 2500.00major,"
                            + " where 1 major is 100 minor units.")
    private Long amount;

    @Option(names = "--id", description = "Transfer id. Default: a new one.")
    private String id = Answer.newId();

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    /** Makes the transfer, prints the answer and returns the exit code. */
    int make(TransferKind kind) {
        if (account.isBlank() || segment.isBlank()) {
            throw new UserError("--account and --segment must not be empty");
        }
        return Answer.to(
                market,
                Topic.COLLATERAL,
                account,
                new CollateralTransfer(id, account, segment, kind, amount),
                json);
    }

    /** Reads an amount in minor units, or in major ones with their unit. */
    static final class Amount implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                if (text.endsWith(MAJOR)) {
                    String number = text.substring(0, text.length() - MAJOR.length()).strip();
                    return new BigDecimal(number).movePointRight(MINOR_DIGITS).longValueExact();
                }
                return Long.parseLong(text);
            } catch (ArithmeticException | NumberFormatException e) {
                throw new TypeConversionException(
                        "'"
                                + text
                                + "' is neither a whole number of minor units nor one of major"
                                + " units like 2500.00major");
            }
        }
    }
}
