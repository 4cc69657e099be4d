package io.weir.engine.command;

import java.util.List;
import java.util.Locale;

/**
 * A program with its arguments.
 *
 * @param words the program's name and the arguments, quotes taken away
 * @param inputs files that its input is redirected from
 * @param outputs files that its output is redirected to
 * @param inner whether its output becomes part of the words of another command
 */
record SimpleCommand(List<String> words, List<String> inputs, List<String> outputs, boolean inner) {

    private static final String WINDOWS_ENDING = ".exe";

    /** Copies the lists. */
    SimpleCommand {
        words = List.copyOf(words);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** The program without its path, in lower case; empty where there is none. */
    String program() {
        return words.isEmpty() ? "" : program(words.get(0));
    }

    /** The program that a first word names. */
    static String program(String word) {
        String path = word.toLowerCase(Locale.ROOT);
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        return name.endsWith(WINDOWS_ENDING) ? name.substring(0, name.length() - WINDOWS_ENDING.length()) : name;
    }

    List<String> arguments() {
        return words.isEmpty() ? words : words.subList(1, words.size());
    }

    /** The arguments that are no options. */
    List<String> operands() {
        return arguments().stream().filter(word -> !word.startsWith("-")).toList();
    }

    /** The same within the words of another command. */
    SimpleCommand asInner() {
        return new SimpleCommand(words, inputs, outputs, true);
    }

    /** The same without its first words. */
    SimpleCommand without(int count) {
        return new SimpleCommand(words.subList(count, words.size()), inputs, outputs, inner);
    }
}
