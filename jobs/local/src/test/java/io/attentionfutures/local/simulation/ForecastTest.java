package io.attentionfutures.local.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForecastTest {
    /** What the deviation promises is what revisions do: forecasts are neither proud nor shy. */
    @Test
    void revisionsAreAsLargeAsTheDeviationSays() {
        int ahead = 10;
        double squares = 0;
        double sum = 0;
        double promised = 0;
        int hours = 4_000;
        DemandProcess demand = new DemandProcess(11);
        Forecast[] forecasts = new Forecast[hours];
        for (int hour = 0; hour < hours; hour++) {
            forecasts[hour] = demand.forecast(hour);
        }
        for (int hour = 0; hour + ahead < hours; hour++) {
            int delivery = hour + ahead;
            double revision =
                    forecasts[delivery - 1].meanOf(delivery) - forecasts[hour].meanOf(delivery);
            sum += revision;
            squares += revision * revision;
            promised = forecasts[hour].deviationUntilGate(delivery);
        }
        double measured = Math.sqrt(squares / (hours - ahead));

        assertThat(measured).isCloseTo(promised, within(0.08 * promised));
        assertThat(sum / hours).isCloseTo(0, within(0.15 * promised));
    }

    /** The scarcity price is a conditional expectation, so nobody can foresee where it goes. */
    @Test
    void thePriceIsTheMeanOfThePricesAtTheGate() {
        Forecast forecast = new DemandProcess(4).forecast(30);
        for (int hour = 32; hour < 50; hour++) {
            double sum = 0;
            double weights = 0;
            for (double deviate = -6; deviate <= 6; deviate += 0.01) {
                double weight = StrictMath.exp(-deviate * deviate / 2);
                sum += weight * forecast.priceAtGate(hour, deviate);
                weights += weight;
            }
            assertThat(sum / weights).isCloseTo(forecast.price(hour), within(0.02));
        }
    }
}
