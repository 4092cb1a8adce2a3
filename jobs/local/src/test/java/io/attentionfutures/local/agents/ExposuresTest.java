package io.attentionfutures.local.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.attentionfutures.market.ContractCode;
import io.attentionfutures.schemas.OrderAction;
import io.attentionfutures.schemas.OrderCommand;
import io.attentionfutures.schemas.OrderSide;
import io.attentionfutures.schemas.wire.AvroSafety;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExposuresTest {
    static {
        AvroSafety.apply();
    }

    private static final String THREE = "M.R.1H.20260105T03Z";
    private static final String FOUR = "M.R.1H.20260105T04Z";

    private final List<TimedCommand> commands = new ArrayList<>();

    @Test
    void theMostSoldIsThatOfTheContractOfWhichMostIsSold() {
        add("sol", THREE, OrderSide.SELL, 5, 0);
        add("sol", THREE, OrderSide.SELL, 4, 0);
        add("sol", FOUR, OrderSide.SELL, 7, 0);
        add("sol", "L.R.1H.20260105T04Z", OrderSide.SELL, 1, 0);

        Exposures exposures = new Exposures(commands);

        assertThat(exposures.mostSold("sol"))
                .containsOnly(Map.entry("M.R", 9L), Map.entry("L.R", 1L));
        assertThat(exposures.allLots("sol"))
                .containsOnly(Map.entry("M.R", 16L), Map.entry("L.R", 1L));
        assertThat(exposures.mostLots()).isEqualTo(9);
        assertThat(exposures.sold(ContractCode.parse(FOUR))).containsOnly(Map.entry("sol", 7L));
    }

    @Test
    void aBlockCountsInEachOfItsPeriods() {
        add("ada", THREE, OrderSide.BUY, 5, 3);
        add("ada", FOUR, OrderSide.BUY, 2, 0);

        Exposures exposures = new Exposures(commands);

        assertThat(exposures.allLots("ada")).containsOnly(Map.entry("M.R", 17L));
        assertThat(exposures.mostLots()).isEqualTo(7);
        assertThat(exposures.mostSold("ada")).containsOnly(Map.entry("M.R", 0L));
    }

    @Test
    void whatHasNoSideCountsOnBoth() {
        add("sol", THREE, OrderSide.SELL, 5, 0);
        add("sol", THREE, OrderSide.UNKNOWN, 6, 0);

        assertThat(new Exposures(commands).mostSold("sol")).containsOnly(Map.entry("M.R", 11L));
    }

    @Test
    void whatNoMarketCouldAcceptIsLeftOut() {
        add("sol", "nonsense", OrderSide.SELL, 5, 0);
        add("sol", THREE, OrderSide.SELL, -5, 0);
        add("sol", THREE, OrderSide.SELL, Long.MAX_VALUE, 0);

        Exposures exposures = new Exposures(commands);

        assertThat(exposures.mostLots()).isZero();
        assertThat(exposures.allLots("sol")).isEmpty();
        assertThat(exposures.mostSold("nobody")).isEmpty();
    }

    private void add(String account, String contract, OrderSide side, long lots, int periods) {
        commands.add(
                new TimedCommand(
                        0,
                        OrderCommand.newBuilder()
                                .setAccount(account)
                                .setClientOrderId("1")
                                .setContract(contract)
                                .setAction(periods > 0 ? OrderAction.NEW_BLOCK : OrderAction.NEW)
                                .setSide(side)
                                .setLots(lots)
                                .setLimitTicks(1)
                                .setPeriods(periods)
                                .build()));
    }
}
