package io.weir.engine.payload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of separated values with a header row (RFC 4180; comma, semicolon, tab or bar), as its columns.
 *
 * @param names of the columns
 * @param columns cells of each column below the header, with a separator between them that no value crosses
 */
record CsvText(List<String> names, List<MappedText> columns) {

    private static final String DELIMITERS = ",;\t|";
    private static final int HEADER_LENGTH_MAX = 4_096;
    private static final int COLUMNS_MAX = 256;
    private static final int ROWS_COMPARED = 4;

    /**
     * The columns of a text that is surely a table: a header row of plain names that are all different, and rows of
     * just as many cells below. Null for every other text.
     */
    static @Nullable CsvText of(String text) {
        int lineEnd = text.indexOf('\n');
        if (lineEnd < 3 || lineEnd > HEADER_LENGTH_MAX || lineEnd == text.length() - 1) {
            return null;
        }
        char delimiter = delimiter(text, lineEnd);
        List<String> names = delimiter == 0 ? null : header(text, lineEnd, delimiter);
        return names == null || !rowsFit(text, lineEnd + 1, delimiter, names.size())
                ? null
                : read(text, lineEnd + 1, delimiter, names);
    }

    /** The delimiter that stands first in the header, or zero. */
    private static char delimiter(String text, int lineEnd) {
        for (int i = 1; i < lineEnd; i++) {
            if (DELIMITERS.indexOf(text.charAt(i)) >= 0) {
                return text.charAt(i);
            }
        }
        return 0;
    }

    private static @Nullable List<String> header(String text, int lineEnd, char delimiter) {
        List<String> names = new ArrayList<>();
        int start = 0;
        while (start <= lineEnd) {
            int end = text.indexOf(delimiter, start);
            end = end < 0 || end > lineEnd ? lineEnd : end;
            String name = unquoted(text.substring(start, end).strip());
            if (!isName(name) || names.contains(name) || names.size() == COLUMNS_MAX) {
                return null;
            }
            names.add(name);
            start = end + 1;
        }
        return names;
    }

    private static String unquoted(String cell) {
        boolean quoted = cell.length() > 1 && cell.charAt(0) == '"' && cell.charAt(cell.length() - 1) == '"';
        return quoted ? cell.substring(1, cell.length() - 1) : cell;
    }

    private static boolean isName(String cell) {
        return !cell.isEmpty() && Character.isLetter(cell.charAt(0)) && Address.isPlain(cell);
    }

    private static boolean rowsFit(String text, int from, char delimiter, int columns) {
        Cells cells = new Cells(text, from, delimiter);
        int inRow = 0;
        int rows = 0;
        while (rows < ROWS_COMPARED && cells.next()) {
            inRow++;
            if (cells.lastInRow()) {
                if (inRow != columns) {
                    return false;
                }
                rows++;
                inRow = 0;
            }
        }
        return rows > 0 && inRow == 0;
    }

    private static CsvText read(String text, int from, char delimiter, List<String> names) {
        List<MappedText.Builder> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new MappedText.Builder(text.length() / names.size()));
        }
        Cells cells = new Cells(text, from, delimiter);
        int column = 0;
        while (cells.next()) {
            // Cells beyond the header belong to the last column: nothing stays unread.
            addCell(text, cells, columns.get(Math.min(column, names.size() - 1)));
            column = cells.lastInRow() ? 0 : column + 1;
        }
        return new CsvText(
                names, columns.stream().map(MappedText.Builder::build).toList());
    }

    private static void addCell(String text, Cells cells, MappedText.Builder column) {
        column.separate(cells.start());
        for (int i = cells.start(); i < cells.end(); i++) {
            boolean doubled = cells.quoted() && text.charAt(i) == '"' && i + 1 < cells.end();
            column.add(text.charAt(i), i, doubled ? i + 2 : i + 1);
            i += doubled ? 1 : 0;
        }
    }

    /** Goes through the cells of a text, one after the other. */
    private static final class Cells {

        private final String text;
        private final char delimiter;
        private int next;
        private int start;
        private int end;
        private boolean quoted;
        private boolean last;

        Cells(String text, int from, char delimiter) {
            this.text = text;
            this.next = from;
            this.delimiter = delimiter;
        }

        boolean next() {
            if (next >= text.length()) {
                return false;
            }
            quoted = text.charAt(next) == '"';
            start = quoted ? next + 1 : next;
            end = quoted ? closingQuote(start) : start;
            int i = quoted ? Math.min(text.length(), end + 1) : start;
            while (i < text.length() && text.charAt(i) != delimiter && text.charAt(i) != '\n') {
                i++;
            }
            end = quoted ? end : i;
            last = i >= text.length() || text.charAt(i) == '\n';
            end -= !quoted && last && end > start && text.charAt(end - 1) == '\r' ? 1 : 0;
            next = i + 1;
            return true;
        }

        private int closingQuote(int from) {
            int i = from;
            while (i < text.length()) {
                if (text.charAt(i) == '"') {
                    if (i + 1 >= text.length() || text.charAt(i + 1) != '"') {
                        return i;
                    }
                    i++;
                }
                i++;
            }
            return text.length();
        }

        int start() {
            return start;
        }

        int end() {
            return end;
        }

        boolean quoted() {
            return quoted;
        }

        boolean lastInRow() {
            return last;
        }
    }
}
