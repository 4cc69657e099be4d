package io.weir.engine.threat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds: a host, network or URL a line; files of hosts ({@code 0.0.0.0 name}); and lists of separated values with
 * the column {@code url}, {@code ioc}, {@code host}, {@code domain}, {@code ip} or {@code dst_ip}. What stands behind a
 * number sign or semicolon at the beginning of a line is a comment. Pure.
 */
public final class FeedText {

    private static final List<String> COLUMNS =
            List.of("url", "ioc", "ioc_value", "host", "hostname", "domain", "ip", "dst_ip", "ip_address", "indicator");

    /**
     * What a feed holds.
     *
     * @param entries without doubles, in order
     * @param passedOver lines that hold none
     */
    public record Read(List<ThreatEntry> entries, int passedOver) {

        /** Copies the list. */
        public Read {
            entries = List.copyOf(entries);
        }
    }

    private FeedText() {}

    /** Reads lines. */
    public static Read read(List<String> lines) {
        Set<ThreatEntry> entries = new LinkedHashSet<>();
        int column = -1;
        int passedOver = 0;
        for (String line : lines) {
            String plain = line.strip();
            int heading = column(plain);
            if (heading >= 0) {
                column = heading;
            } else if (!plain.isEmpty() && !plain.startsWith("#") && !plain.startsWith(";")) {
                passedOver +=
                        ThreatEntry.of(text(plain, column)).map(entries::add).isPresent() ? 0 : 1;
            }
        }
        return new Read(new ArrayList<>(entries), passedOver);
    }

    /** The column of entries that a line names as a heading; -1 if it is none. */
    private static int column(String line) {
        List<String> cells = cells(line.startsWith("#") ? line.substring(1) : line);
        for (String name : COLUMNS) {
            int at = cells.size() < 2 ? -1 : cells.indexOf(name);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static String text(String line, int column) {
        List<String> cells = column < 0 ? List.of() : cells(line);
        if (column >= 0 && column < cells.size()) {
            return cells.get(column);
        }
        String[] words = line.split("\\s+", 3);
        boolean ofHosts = words.length >= 2 && (words[0].equals("0.0.0.0") || words[0].equals("127.0.0.1"));
        return ofHosts ? words[1] : words[0];
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char letter : line.toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(plain(cell));
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(plain(cell));
        return cells;
    }

    private static String plain(@Nullable CharSequence cell) {
        String text = String.valueOf(cell).strip();
        return text.startsWith("http") ? text : text.toLowerCase(Locale.ROOT);
    }
}
