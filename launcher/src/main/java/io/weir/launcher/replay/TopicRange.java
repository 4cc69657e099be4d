package io.weir.launcher.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a topic: all of it, a partition, or a range of offsets in a partition.
 *
 * @param topic full name
 * @param partition the partition, or null for all
 * @param first first offset
 * @param last last offset
 */
record TopicRange(String topic, @Nullable Integer partition, long first, long last) {

    /** Kafka's rule for topic names, then our two optional parts. */
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9._-]{1,249})(?::([0-9]{1,9})(?::([0-9]{1,18})-([0-9]{1,18})?)?)?");

    /**
     * The range in a text, {@code TOPIC[:PARTITION[:FROM-[TO]]]}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    static TopicRange parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "the topic range must look like weir.calls.v1, weir.calls.v1:0 or weir.calls.v1:0:100-199");
        }
        String partition = matcher.group(2);
        TopicRange range = new TopicRange(
                matcher.group(1),
                partition == null ? null : Integer.valueOf(partition),
                number(matcher.group(3), 0),
                number(matcher.group(4), Long.MAX_VALUE));
        if (range.first() > range.last()) {
            throw new IllegalArgumentException("the topic range ends before it begins");
        }
        return range;
    }

    /** Whether a partition belongs to it. */
    boolean covers(int number) {
        return partition == null || partition == number;
    }

    private static long number(@Nullable String digits, long otherwise) {
        return digits == null ? otherwise : Long.parseLong(digits);
    }
}
