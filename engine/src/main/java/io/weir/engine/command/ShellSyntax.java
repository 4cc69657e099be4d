package io.weir.engine.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a command line apart as a POSIX shell does (IEEE Std 1003.1, chapter 2), as far as it takes to see which
 * programs run with which words: quotes, pipes, lists, redirections and command substitution. Variables are not
 * replaced. Time is linear in the text times the depth of nesting, which is bounded. For one thread.
 */
final class ShellSyntax {

    private static final int UNITS_MAX = 16_384;
    private static final int DEPTH_MAX = 4;

    private final String text;
    private final int depth;
    private final List<List<SimpleCommand>> pipelines = new ArrayList<>();
    private List<SimpleCommand> pipeline = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private List<String> inputs = new ArrayList<>();
    private List<String> outputs = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char redirection;
    private int at;

    private ShellSyntax(String text, int depth) {
        this.text = text.length() <= UNITS_MAX ? text : text.substring(0, UNITS_MAX);
        this.depth = depth;
    }

    /** The commands of a text, by pipeline; what is substituted into a command stands in the pipeline before it. */
    static List<List<SimpleCommand>> pipelines(String text) {
        return new ShellSyntax(text, 0).read();
    }

    private List<List<SimpleCommand>> read() {
        while (at < text.length()) {
            char sign = text.charAt(at++);
            switch (sign) {
                case '\'' -> quoted('\'');
                case '"' -> quoted('"');
                case '\\' -> escaped();
                case '`' -> substitute(until('`'));
                case '$' -> dollar();
                case '<', '>' -> redirect(sign);
                case '|' -> bar();
                case '&', ';', '\n' -> endPipeline();
                case ' ', '\t', '\r', '(', ')' -> endWord();
                default -> append(sign);
            }
        }
        endPipeline();
        return pipelines;
    }

    private void append(char sign) {
        word.append(sign);
        inWord = true;
    }

    private void quoted(char quote) {
        inWord = true;
        while (at < text.length() && text.charAt(at) != quote) {
            char sign = text.charAt(at++);
            if (quote == '"' && sign == '\\') {
                escaped();
            } else if (quote == '"' && sign == '$') {
                dollar();
            } else if (quote == '"' && sign == '`') {
                substitute(until('`'));
            } else {
                word.append(sign);
            }
        }
        at++;
    }

    private void escaped() {
        if (at < text.length()) {
            char sign = text.charAt(at++);
            if (sign != '\n') {
                append(sign);
            }
        }
    }

    private void dollar() {
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            substitute(inParentheses());
        } else {
            append('$');
        }
    }

    private void redirect(char sign) {
        endWord();
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            substitute(inParentheses());
        } else {
            redirection = sign;
        }
    }

    private void bar() {
        if (at < text.length() && text.charAt(at) == '|') {
            at++;
            endPipeline();
        } else {
            endCommand();
        }
    }

    private String until(char end) {
        int close = text.indexOf(end, at);
        String inner = text.substring(at, close < 0 ? text.length() : close);
        at = close < 0 ? text.length() : close + 1;
        return inner;
    }

    private String inParentheses() {
        int start = at;
        int open = 1;
        while (at < text.length() && open > 0) {
            char sign = text.charAt(at++);
            open += sign == '(' ? 1 : sign == ')' ? -1 : 0;
        }
        return text.substring(start, open == 0 ? at - 1 : at);
    }

    private void substitute(String inner) {
        inWord = true;
        if (depth < DEPTH_MAX) {
            new ShellSyntax(inner, depth + 1)
                    .read()
                    .forEach(commands -> commands.forEach(command -> pipeline.add(command.asInner())));
        }
    }

    private void endWord() {
        if (!inWord) {
            return;
        }
        List<String> place = redirection == '<' ? inputs : redirection == '>' ? outputs : words;
        place.add(word.toString());
        word.setLength(0);
        inWord = false;
        redirection = 0;
    }

    private void endCommand() {
        endWord();
        if (!words.isEmpty() || !inputs.isEmpty()) {
            pipeline.add(new SimpleCommand(words, inputs, outputs, false));
        }
        words = new ArrayList<>();
        inputs = new ArrayList<>();
        outputs = new ArrayList<>();
        redirection = 0;
    }

    private void endPipeline() {
        endCommand();
        if (!pipeline.isEmpty()) {
            pipelines.add(pipeline);
        }
        pipeline = new ArrayList<>();
    }
}
