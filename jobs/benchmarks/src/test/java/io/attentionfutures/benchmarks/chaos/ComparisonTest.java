package io.attentionfutures.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.benchmarks.chaos.Output.Answer;
import io.attentionfutures.benchmarks.chaos.Output.Line;
import io.attentionfutures.schemas.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Output EXPECTED = output("a", "b", "c");

    private static Output output(String... lines) {
        return new Output(
                Map.of("afm.prices x", Arrays.stream(lines).map(Line::new).toList()), Map.of());
    }

    private static void require(Output actual, long lost, long duplicated, long different) {
        Comparison comparison = Comparison.of(EXPECTED, actual);
        assertThat(List.of(comparison.lost(), comparison.duplicated(), comparison.different()))
                .containsExactly(lost, duplicated, different);
        assertThat(comparison.clean()).isEqualTo(lost + duplicated + different == 0);
        assertThat(comparison.examples().isEmpty()).isEqualTo(comparison.clean());
    }

    @Test
    void theSameRecordsInTheSameOrderAreClean() {
        require(output("a", "b", "c"), 0, 0, 0);
    }

    @Test
    void aRecordThatIsMissingIsLost() {
        require(output("a", "c"), 1, 0, 0);
    }

    @Test
    void aLaneThatIsMissingIsLost() {
        require(new Output(Map.of(), Map.of()), 3, 0, 0);
    }

    @Test
    void aRecordThatIsThereAgainIsDuplicated() {
        require(output("a", "b", "b", "b", "c"), 0, 2, 0);
    }

    @Test
    void aRecordWithAnotherContentIsDifferentAndNotLostAsWell() {
        require(output("a", "x", "c"), 0, 0, 1);
    }

    @Test
    void aRecordThatNobodyExpectedIsDifferent() {
        require(output("a", "b", "c", "x"), 0, 0, 1);
    }

    @Test
    void recordsInAnotherOrderAreDifferent() {
        require(output("a", "c", "b"), 0, 0, 2);
    }

    @Test
    void eachKindIsCountedBesideTheOthers() {
        require(output("a", "a", "x"), 1, 1, 1);
    }

    @Test
    void anAddedRecordWithoutAnAnswerIsLostAndOneWithTwoIsDuplicated() {
        Coordinates silent = new Coordinates("afm.orders", 0, 1);
        Coordinates once = new Coordinates("afm.orders", 0, 2);
        Coordinates twice = new Coordinates("afm.orders", 0, 3);

        Comparison comparison =
                Comparison.of(EXPECTED, EXPECTED)
                        .andOneAnswerEach(
                                Set.of(silent, once, twice),
                                Map.of(
                                        new Answer(once, Topic.EXECUTIONS), 1,
                                        new Answer(once, Topic.AUDIT), 1,
                                        new Answer(twice, Topic.EXECUTIONS), 2));

        assertThat(comparison.lost()).isEqualTo(1);
        assertThat(comparison.duplicated()).isEqualTo(1);
        assertThat(comparison.different()).isZero();
    }
}
