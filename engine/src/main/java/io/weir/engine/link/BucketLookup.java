package io.weir.engine.link;

import io.weir.engine.fingerprint.PackedPrints;
import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.ValuePrint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What of a write stands in the reads of a bucket, and in which: each hash is looked up once. */
final class BucketLookup {

    private static final Comparator<Sharing> MOST_FIRST = Comparator.comparingInt(Sharing::count)
            .reversed()
            .thenComparingLong(sharing -> sharing.entry().timeMillis())
            .thenComparing(sharing -> sharing.entry().id());

    private final BucketIndex index;
    private final int writer;
    private final HashReaders readers = new HashReaders();
    private final List<Print> prints = new ArrayList<>();
    private final List<ValuePrint> values = new ArrayList<>();
    private final LongCounts counts = new LongCounts();

    BucketLookup(BucketIndex index, KeptQuestion question) {
        this.index = index;
        this.writer = index.sessionNumber(question.sessionKey());
        lookUpPrints(question.prints());
        lookUpValues(question.values());
    }

    private void lookUpPrints(List<Print> asked) {
        for (int i = 0; i < asked.size(); i++) {
            if (index.tells(PackedPrints.hash(asked, i), readers)) {
                prints.add(asked.get(i));
                countReaders();
            }
        }
    }

    private void lookUpValues(List<ValuePrint> asked) {
        for (int i = 0; i < asked.size(); i++) {
            if (index.holdsValue(PackedValues.hash(asked, i), readers)) {
                values.add(asked.get(i));
                countReaders();
            }
        }
    }

    private void countReaders() {
        for (int i = 0; i < readers.size(); i++) {
            int number = readers.number(i);
            if (index.readerOf(number) != writer) {
                counts.add(number);
            }
        }
    }

    /** The prints that say something, in their order. */
    List<Print> prints() {
        return prints;
    }

    /** The values that are held, in their order. */
    List<ValuePrint> values() {
        return values;
    }

    /** The reads of other sessions, not after a time, that share most; the older of two that share as many. */
    List<BucketIndex.Entry> mostSharing(long timeMillis, int max) {
        List<Sharing> sharing = new ArrayList<>();
        counts.forEach((number, count) -> {
            BucketIndex.Entry entry = index.entry((int) number);
            if (entry.timeMillis() <= timeMillis) {
                sharing.add(new Sharing(entry, count));
            }
        });
        return sharing.stream()
                .sorted(MOST_FIRST)
                .limit(max)
                .map(Sharing::entry)
                .toList();
    }

    /** A read, and how much of the write stands in it. */
    private record Sharing(BucketIndex.Entry entry, int count) {}
}
