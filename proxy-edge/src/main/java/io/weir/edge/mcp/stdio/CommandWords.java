package io.weir.edge.mcp.stdio;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a command line, as a POSIX shell splits them: blanks part words, quotes and backslashes keep them
 * together. Nothing is expanded and no shell is run, so {@code $HOME}, {@code |} and {@code >} are words like others.
 * Pure.
 */
public final class CommandWords {

    private static final String IN_DOUBLE_QUOTES = "\"\\$`";

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private CommandWords(String line) {
        this.line = line;
    }

    /**
     * The words of a line.
     *
     * @throws IllegalArgumentException if there are none, or a quote is not closed
     */
    public static List<String> of(String line) {
        CommandWords split = new CommandWords(line);
        split.read();
        if (split.words.isEmpty()) {
            throw new IllegalArgumentException("the command line is empty");
        }
        return List.copyOf(split.words);
    }

    private void read() {
        while (at < line.length()) {
            char unit = line.charAt(at++);
            switch (unit) {
                case ' ', '\t', '\n' -> end();
                case '\'' -> single();
                case '"' -> twofold();
                case '\\' -> add(next("\\"));
                default -> add(unit);
            }
        }
        end();
    }

    private void add(char unit) {
        inWord = true;
        word.append(unit);
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private void single() {
        inWord = true;
        char unit = next("'");
        while (unit != '\'') {
            word.append(unit);
            unit = next("'");
        }
    }

    private void twofold() {
        inWord = true;
        char unit = next("\"");
        while (unit != '"') {
            if (unit == '\\' && at < line.length() && IN_DOUBLE_QUOTES.indexOf(line.charAt(at)) >= 0) {
                unit = next("\"");
            }
            word.append(unit);
            unit = next("\"");
        }
    }

    private char next(String open) {
        if (at >= line.length()) {
            throw new IllegalArgumentException("the command line ends within " + open);
        }
        return line.charAt(at++);
    }
}
