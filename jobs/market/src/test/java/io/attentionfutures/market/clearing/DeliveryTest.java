package io.attentionfutures.market.clearing;

import static io.attentionfutures.market.clearing.Exchange.HOUR;
import static io.attentionfutures.market.clearing.Exchange.MINUTE;
import static io.attentionfutures.market.clearing.Exchange.NEXT_HOUR;
import static io.attentionfutures.market.clearing.Exchange.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.attentionfutures.market.Role;
import io.attentionfutures.market.Specifications;
import io.attentionfutures.market.clearing.MarketOutput.AllocationGranted;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private final Exchange exchange = Exchange.open(Specifications.plain());

    @Test
    void grantsConsumersWhatProvidersSold() {
        exchange.account("a-provider", Role.PROVIDER);
        exchange.buy("consumer", "b1", 7, 200);
        exchange.buy("consumer2", "b1", 5, 200);
        exchange.sell("provider", "s1", 4, 200);
        exchange.sell("a-provider", "s1", 8, 200);

        exchange.advance(45 * MINUTE);

        assertThat(exchange.said(AllocationGranted.class))
                .extracting(
                        AllocationGranted::account,
                        AllocationGranted::provider,
                        AllocationGranted::lots)
                .containsExactly(
                        tuple("consumer", "a-provider", 7L),
                        tuple("consumer2", "a-provider", 1L),
                        tuple("consumer2", "provider", 4L));
        AllocationGranted grant = exchange.last(AllocationGranted.class);
        assertThat(grant.contract()).isEqualTo(NEXT_HOUR);
        assertThat(grant.priceTicks()).isEqualTo(200);
        assertThat(grant.grantStartMillis()).isEqualTo(NOON + HOUR);
        assertThat(grant.grantEndMillis()).isEqualTo(NOON + 2 * HOUR);
        assertThat(grant.timeMillis()).isEqualTo(NOON + 45 * MINUTE);
    }

    @Test
    void investorsNeitherMakeNorTakeDelivery() {
        exchange.buy("investor", "b1", 4, 200);
        exchange.buy("consumer", "b1", 2, 200);
        exchange.sell("provider", "s1", 6, 200);
        exchange.advance(MINUTE);
        exchange.account("investor2", Role.INVESTOR);
        exchange.sell("investor2", "s1", 3, 200);
        exchange.buy("consumer2", "b1", 3, 200);

        exchange.advance(44 * MINUTE);

        assertThat(exchange.said(AllocationGranted.class))
                .extracting(AllocationGranted::account, AllocationGranted::lots)
                .containsExactly(tuple("consumer", 2L), tuple("consumer2", 3L));
    }

    @Test
    void grantsNoMoreThanProvidersSold() {
        exchange.buy("consumer", "b1", 4, 200);
        exchange.sell("investor", "s1", 4, 200);

        exchange.advance(45 * MINUTE);

        assertThat(exchange.said(AllocationGranted.class)).isEmpty();
        assertThat(exchange.house.totalCash()).isZero();
    }

    @Test
    void forgetsTheContract() {
        exchange.buy("consumer", "b1", 4, 200);
        exchange.sell("provider", "s1", 4, 200);
        exchange.advance(45 * MINUTE);

        assertThat(exchange.house.netPositions()).doesNotContainKey(NEXT_HOUR);
        assertThat(exchange.house.position("consumer", NEXT_HOUR)).isZero();
        assertThat(exchange.house.cash("consumer")).isEqualTo(-4 * 200 * 3);
    }
}
