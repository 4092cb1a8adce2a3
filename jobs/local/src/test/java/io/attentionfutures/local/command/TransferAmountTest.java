package io.attentionfutures.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TransferAmountTest {
    @ParameterizedTest
    @CsvSource({
        "250000,250000",
        "-3,-3",
        "2500.00major,250000",
        "0.01major,1",
        "7major,700",
        "92233720368547758.07major,9223372036854775807",
    })
    void aWholeNumberIsInMinorUnitsAndADecimalNamesItsUnit(String text, long minor) {
        assertThat(new Transfer.Amount().convert(text)).isEqualTo(minor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "0.001major",
                "major",
                "1,000",
                "9223372036854775808",
                "92233720368547758.08major",
                "ten"
            })
    void whatIsNotExactIsRefused(String text) {
        assertThatThrownBy(() -> new Transfer.Amount().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "'");
    }
}
