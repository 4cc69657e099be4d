package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts what was read or is written into parts by bucket: one record per bucket at most, whatever the size. What has more
 * prints than the limit is represented by those with the smallest hashes, the same on both sides.
 */
final class FleetParts {

    /** Buckets of a tenant. */
    static final int BUCKETS = 4;

    private static final int PRINTS_MAX = 8_192;
    private static final int PLAIN_PRINTS_MAX = 2_048;
    private static final int VALUES_MAX = 1_024;
    private static final int LEAVES_MAX = 1_024;
    private static final Comparator<Print> BY_PLACE =
            Comparator.comparingInt(Print::leaf).thenComparingInt(Print::start);
    private static final Set<ValueKind> TELLING = Set.of(
            ValueKind.SECRET,
            ValueKind.CARD,
            ValueKind.IBAN,
            ValueKind.NATIONAL_ID,
            ValueKind.PHONE,
            ValueKind.EMAIL,
            ValueKind.IDENTIFIER);

    private FleetParts() {}

    /** The parts of a read; of one that holds nothing sensitive, fewer prints are registered. */
    static List<FleetPart> ofRead(SessionEvent event, SessionRead read, LossListener losses) {
        int printsMax = read.dataClasses().isEmpty() ? PLAIN_PRINTS_MAX : PRINTS_MAX;
        tellLosses(read.prints(), printsMax, read.values(), losses);
        return parts(
                event,
                read.place(),
                false,
                0,
                read.origins(),
                read.dataClasses(),
                read.addresses(),
                read.prints(),
                printsMax,
                read.values());
    }

    /** The parts of a write, each with the slot that it is kept in. */
    static List<FleetPart> ofWrite(SessionEvent event, Write write, int slot, LossListener losses) {
        tellLosses(write.prints(), PRINTS_MAX, write.values(), losses);
        return parts(
                event, null, true, slot, List.of(), List.of(), List.of(), write.prints(), PRINTS_MAX, write.values());
    }

    /** Whether a value of this kind tells by itself, so that another session's is looked for. */
    static boolean isTelling(ValueKind kind) {
        return TELLING.contains(kind);
    }

    private static List<FleetPart> parts(
            SessionEvent event,
            @Nullable RecordPlace place,
            boolean write,
            int slot,
            List<String> systems,
            List<DataClass> classes,
            List<String> addresses,
            List<Print> prints,
            int printsMax,
            List<ValuePrint> values) {
        List<List<Print>> printsByBucket = buckets();
        prints.stream()
                .filter(print -> print.leaf() < LEAVES_MAX)
                .sorted(Comparator.comparingLong(Print::hash))
                .limit(printsMax)
                .sorted(BY_PLACE)
                .forEach(print -> printsByBucket.get(bucket(print.hash())).add(print));
        List<List<ValuePrint>> valuesByBucket = buckets();
        values.stream()
                .filter(value -> isTelling(value.kind()) && value.leaf() < LEAVES_MAX)
                .limit(VALUES_MAX)
                .forEach(value -> valuesByBucket
                        .get(bucket(HexFormat.fromHexDigitsToLong(value.hash())))
                        .add(value));
        List<Integer> filled = new ArrayList<>();
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (!printsByBucket.get(bucket).isEmpty()
                    || !valuesByBucket.get(bucket).isEmpty()) {
                filled.add(bucket);
            }
        }
        List<String> kept = addresses.subList(0, Math.min(LEAVES_MAX, addresses.size()));
        return filled.stream()
                .map(bucket -> new FleetPart(
                        write,
                        event.principal().tenant(),
                        bucket,
                        filled.size(),
                        slot,
                        event.eventId(),
                        event.traceId(),
                        event.principal().sessionKey(),
                        event.principal().agentId(),
                        event.call().tool(),
                        systems,
                        event.timeMillis(),
                        place,
                        classes,
                        kept,
                        printsByBucket.get(bucket),
                        valuesByBucket.get(bucket)))
                .toList();
    }

    private static void tellLosses(List<Print> prints, int printsMax, List<ValuePrint> values, LossListener losses) {
        long told = prints.stream().filter(print -> print.leaf() < LEAVES_MAX).count();
        losses.lost(Loss.FLEET_PRINTS, prints.size() - Math.min(told, printsMax));
        long telling =
                values.stream().filter(value -> TELLING.contains(value.kind())).count();
        long toldValues = values.stream()
                .filter(value -> TELLING.contains(value.kind()) && value.leaf() < LEAVES_MAX)
                .count();
        losses.lost(Loss.FLEET_VALUES, telling - Math.min(toldValues, VALUES_MAX));
    }

    // The low bits pick the slot in an index, so the high ones pick the bucket.
    private static int bucket(long hash) {
        return (int) Long.remainderUnsigned(hash >>> 32, BUCKETS);
    }

    private static <T> List<List<T>> buckets() {
        List<List<T>> buckets = new ArrayList<>();
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            buckets.add(new ArrayList<>());
        }
        return buckets;
    }
}
