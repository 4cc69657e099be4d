package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bucket is told of what was read or is written: one record, whatever the size. What has more prints than the
 * limit is represented by those with the smallest hashes, the same on both sides.
 */
final class FleetParts {

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

    /**
     * The part of a read, or none if it holds nothing; of one that holds nothing sensitive, fewer prints are
     * registered.
     */
    static List<FleetPart> ofRead(SessionEvent event, SessionRead read, LossListener losses) {
        int printsMax = read.dataClasses().isEmpty() ? PLAIN_PRINTS_MAX : PRINTS_MAX;
        return part(
                event,
                read.place(),
                read.origins(),
                read.dataClasses(),
                PackedAddresses.of(read.addresses()).first(LEAVES_MAX),
                prints(read.prints(), printsMax, losses),
                values(read.values(), losses),
                null);
    }

    /** The part of a write, with the call enclosed, or none if it holds nothing. */
    static List<FleetPart> ofWrite(SessionEvent event, Write write, Enclosure call, LossListener losses) {
        return part(
                event,
                null,
                List.of(),
                List.of(),
                List.of(),
                prints(write.prints(), PRINTS_MAX, losses),
                values(write.values(), losses),
                call);
    }

    /** Whether a value of this kind tells by itself, so that another session's is looked for. */
    static boolean isTelling(ValueKind kind) {
        return TELLING.contains(kind);
    }

    private static List<FleetPart> part(
            SessionEvent event,
            @Nullable RecordPlace place,
            List<String> systems,
            List<DataClass> classes,
            List<String> addresses,
            List<Print> prints,
            List<ValuePrint> values,
            @Nullable Enclosure call) {
        if (prints.isEmpty() && values.isEmpty()) {
            return List.of();
        }
        return List.of(new FleetPart(
                call != null,
                event.principal().tenant(),
                0,
                1,
                event.eventId(),
                event.traceId(),
                event.principal().sessionKey(),
                event.principal().agentId(),
                event.call().tool(),
                systems,
                event.timeMillis(),
                place,
                classes,
                addresses,
                prints,
                values,
                call));
    }

    private static List<Print> prints(List<Print> prints, int max, LossListener losses) {
        List<Print> told = isInFirstLeaves(prints)
                ? prints
                : prints.stream().filter(print -> print.leaf() < LEAVES_MAX).toList();
        if (told.size() > max) {
            told = told.stream()
                    .sorted(Comparator.comparingLong(Print::hash))
                    .limit(max)
                    .sorted(BY_PLACE)
                    .toList();
        }
        losses.lost(Loss.FLEET_PRINTS, prints.size() - told.size());
        return told;
    }

    /** Prints stand in the order of their leaves, so the last one tells. */
    private static boolean isInFirstLeaves(List<Print> prints) {
        return prints.isEmpty() || prints.get(prints.size() - 1).leaf() < LEAVES_MAX;
    }

    private static List<ValuePrint> values(List<ValuePrint> values, LossListener losses) {
        List<ValuePrint> telling = PackedValues.where(values, (kind, leaf) -> isTelling(kind));
        List<ValuePrint> told = PackedValues.where(telling, (kind, leaf) -> leaf < LEAVES_MAX);
        losses.lost(Loss.FLEET_VALUES, telling.size() - Math.min(VALUES_MAX, told.size()));
        return told.size() <= VALUES_MAX ? told : told.subList(0, VALUES_MAX);
    }
}
