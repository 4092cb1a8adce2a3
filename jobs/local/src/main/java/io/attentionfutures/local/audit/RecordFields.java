package io.attentionfutures.local.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** Looks into public records of any kind. */
final class RecordFields {
    private RecordFields() {}

    /** A field that differs, by its path, for example {@code positions[1].lots}. */
    record Unequal(String field, String published, String recomputed) {}

    static String text(IndexedRecord record, String field) {
        return String.valueOf(value(record, field));
    }

    static long number(IndexedRecord record, String field) {
        return (Long) value(record, field);
    }

    static long timeMillis(IndexedRecord record) {
        return ((Instant) value(record, "time")).toEpochMilli();
    }

    /** What a record of the market is about: its contract, else its account, else its subject. */
    static String subject(IndexedRecord record) {
        for (String field : List.of("contract", "account", "subject")) {
            if (record.getSchema().getField(field) != null) {
                return text(record, field);
            }
        }
        return "";
    }

    private static Object value(IndexedRecord record, String field) {
        return record.get(record.getSchema().getField(field).pos());
    }

    /** Returns the first field that differs between two records of one type. */
    static Optional<Unequal> firstUnequal(IndexedRecord published, IndexedRecord recomputed) {
        return compare("", published, recomputed);
    }

    private static Optional<Unequal> compare(String path, Object published, Object recomputed) {
        if (published instanceof IndexedRecord a && recomputed instanceof IndexedRecord b) {
            for (Schema.Field field : a.getSchema().getFields()) {
                Optional<Unequal> unequal =
                        compare(
                                path.isEmpty() ? field.name() : path + "." + field.name(),
                                a.get(field.pos()),
                                b.get(field.pos()));
                if (unequal.isPresent()) {
                    return unequal;
                }
            }
            return Optional.empty();
        }
        if (published instanceof List<?> a && recomputed instanceof List<?> b) {
            for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
                Optional<Unequal> unequal = compare(path + "[" + i + "]", a.get(i), b.get(i));
                if (unequal.isPresent()) {
                    return unequal;
                }
            }
            return compare(path + ".size", (long) a.size(), (long) b.size());
        }
        boolean equal =
                published instanceof CharSequence && recomputed instanceof CharSequence
                        ? published.toString().contentEquals((CharSequence) recomputed)
                        : Objects.equals(published, recomputed);
        return equal
                ? Optional.empty()
                : Optional.of(
                        new Unequal(path, String.valueOf(published), String.valueOf(recomputed)));
    }
}
