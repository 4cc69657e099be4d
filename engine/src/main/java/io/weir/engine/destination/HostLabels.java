package io.weir.engine.destination;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A host name cut into the labels that look like data and the name that they stand before. Whoever owns a domain sees
 * all names that are looked up below it.
 *
 * @param carried the labels that look like data, one after the other
 * @param parent the name without them, and without counters between them
 */
record HostLabels(String carried, String parent) {

    private static final Pattern DATA = Pattern.compile("(?=[^.]*\\d)[A-Za-z0-9_-]{8,63}");
    private static final Pattern COUNTER = Pattern.compile("\\d{1,6}");
    private static final int LABELS_MAX = 128;

    static HostLabels of(String host) {
        List<String> labels = List.of(host.split("\\.", LABELS_MAX));
        int last = -1;
        // The last two labels are the domain that somebody has registered.
        for (int i = 0; i < labels.size() - 2; i++) {
            last = DATA.matcher(labels.get(i)).matches() ? i : last;
        }
        if (last < 0) {
            return new HostLabels("", host);
        }
        List<String> carried = new ArrayList<>();
        labels.subList(0, last + 1).stream()
                .filter(label -> DATA.matcher(label).matches())
                .forEach(carried::add);
        int next = last + 1;
        while (next < labels.size() - 2 && COUNTER.matcher(labels.get(next)).matches()) {
            next++;
        }
        return new HostLabels(String.join("", carried), String.join(".", labels.subList(next, labels.size())));
    }
}
