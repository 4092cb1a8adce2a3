package io.attentionfutures.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.local.audit.RecordFields.Unequal;
import io.attentionfutures.schemas.BookDepth;
import io.attentionfutures.schemas.DepthLevel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordFieldsTest {
    private static BookDepth depth(DepthLevel... bids) {
        return new BookDepth(
                "H100.EUW1.1H.20260105T10Z", "EUW1", Instant.EPOCH, 7L, List.of(bids), List.of());
    }

    @Test
    void equalRecordsHaveNoUnequalField() {
        assertThat(
                        RecordFields.firstUnequal(
                                depth(new DepthLevel(3L, 4L, 1)), depth(new DepthLevel(3L, 4L, 1))))
                .isEmpty();
    }

    @Test
    void aFieldInsideAListIsNamedByItsPath() {
        assertThat(
                        RecordFields.firstUnequal(
                                depth(new DepthLevel(3L, 4L, 1), new DepthLevel(2L, 5L, 1)),
                                depth(new DepthLevel(3L, 4L, 1), new DepthLevel(2L, 6L, 1))))
                .contains(new Unequal("bids[1].lots", "5", "6"));
    }

    @Test
    void aShorterListIsNamedByItsSize() {
        assertThat(RecordFields.firstUnequal(depth(), depth(new DepthLevel(3L, 4L, 1))))
                .contains(new Unequal("bids.size", "0", "1"));
    }

    @Test
    void aRecordIsAboutItsContract() {
        assertThat(RecordFields.subject(depth())).isEqualTo("H100.EUW1.1H.20260105T10Z");
    }
}
