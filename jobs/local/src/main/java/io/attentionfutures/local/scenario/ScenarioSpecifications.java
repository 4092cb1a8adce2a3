package io.attentionfutures.local.scenario;

import io.attentionfutures.local.agents.LocalSpecification;
import io.attentionfutures.pipeline.clearing.ReferenceDataConverters;
import io.attentionfutures.schemas.ContractSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** The contract specifications of a scenario: the local market's, with what the scenario says. */
public final class ScenarioSpecifications {
    /** Said elsewhere in a scenario, or nowhere. */
    private static final Set<String> FIXED =
            Set.of("market", "segment", "periodMillis", "callIntervalMillis");

    private ScenarioSpecifications() {}

    /**
     * Returns the specification of one of the scenario's markets.
     *
     * @param capacity the largest capacity in the trace, units
     * @param leastPositionLimit lots that an account may hold of one contract in any case
     * @throws IllegalArgumentException if it cannot hold; the message names the field
     */
    public static ContractSpecification of(
            Scenario scenario, String name, double capacity, long leastPositionLimit) {
        ScenarioMarket market =
                scenario.markets().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        ContractSpecification specification =
                LocalSpecification.of(
                        name,
                        scenario.periodLength().toMillis(),
                        scenario.callLength(),
                        capacity,
                        leastPositionLimit);
        Map<String, Object> fields = scenario.specification(market);
        fields.forEach((field, value) -> set(specification, name, field, value));
        adapt(specification, capacity, leastPositionLimit, fields);
        try {
            ReferenceDataConverters.specification(specification);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "specification of " + name + ": " + e.getMessage(), e);
        }
        return specification;
    }

    /** What follows from the lot size, unless the scenario says otherwise. */
    private static void adapt(
            ContractSpecification specification,
            double capacity,
            long leastPositionLimit,
            Map<String, Object> fields) {
        if (fields.containsKey("lotSize") && !fields.containsKey("positionLimitLots")) {
            long capacityLots = (long) Math.ceil(capacity / specification.getLotSize());
            specification.setPositionLimitLots(
                    Math.max(leastPositionLimit, 4 * capacityLots + 100));
        }
    }

    private static void set(
            ContractSpecification specification, String market, String name, Object value) {
        Schema.Field field = specification.getSchema().getField(name);
        String where = "specification of " + market + ": ";
        if (field == null || FIXED.contains(name)) {
            List<String> known =
                    specification.getSchema().getFields().stream()
                            .map(Schema.Field::name)
                            .filter(one -> !FIXED.contains(one))
                            .toList();
            throw new IllegalArgumentException(
                    where + "there is no field '" + name + "' to set; there are " + known);
        }
        specification.put(field.pos(), converted(where + name, field.schema(), value));
    }

    private static Object converted(String where, Schema schema, Object value) {
        switch (schema.getType()) {
            case INT, LONG -> {
                boolean whole = value instanceof Integer || value instanceof Long;
                require(whole, where, "a whole number", value);
                long number = ((Number) value).longValue();
                return schema.getType() == Schema.Type.LONG ? (Object) number : (int) number;
            }
            case DOUBLE -> {
                require(value instanceof Number, where, "a number", value);
                return ((Number) value).doubleValue();
            }
            case BOOLEAN -> {
                require(value instanceof Boolean, where, "true or false", value);
                return value;
            }
            case ENUM -> {
                List<String> symbols =
                        schema.getEnumSymbols().stream()
                                .filter(symbol -> !symbol.equals("UNKNOWN"))
                                .toList();
                require(symbols.contains(value), where, "one of " + symbols, value);
                return org.apache.avro.specific.SpecificData.get()
                        .createEnum((String) value, schema);
            }
            default -> {
                require(value instanceof String, where, "a text", value);
                return GenericData.get().deepCopy(schema, value);
            }
        }
    }

    private static void require(boolean holds, String where, String allowed, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(where + " must be " + allowed + ", was " + value);
        }
    }
}
