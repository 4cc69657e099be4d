package io.weir.engine.expression;

import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Edge;
import io.weir.engine.expression.Expression.Greed;
import io.weir.engine.expression.Expression.Look;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.expression.Expression.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the subset of java.util.regex that rules may use: literals, classes, groups, one group called {@code value},
 * choice, quantifiers, {@code (?i)}, look-around and the edges of the text. Left out, with an error: {@code \b} (its
 * meaning differs between JDKs), back-references, capturing groups and the flags but {@code i}. One expression an
 * instance.
 */
public final class ExpressionParser {

    private static final int REPEAT_MAX = 100_000;
    private static final int NESTING_MAX = 50;

    private final String text;
    private int at;
    private int nesting;
    private boolean ignoringCase;

    private ExpressionParser(String text) {
        this.text = text;
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionException if it is not of the subset
     */
    public static Expression parse(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        Expression expression = parser.choice();
        if (parser.at < text.length()) {
            throw parser.error("a ')' without '('");
        }
        return expression;
    }

    private Expression choice() {
        if (++nesting > NESTING_MAX) {
            throw error("more than " + NESTING_MAX + " nested groups");
        }
        boolean before = ignoringCase;
        List<Expression> options = new ArrayList<>();
        options.add(sequence());
        while (accept('|')) {
            options.add(sequence());
        }
        ignoringCase = before;
        nesting--;
        return options.size() == 1 ? options.get(0) : new Choice(List.copyOf(options));
    }

    private Expression sequence() {
        List<Expression> parts = new ArrayList<>();
        while (at < text.length() && peek() != '|' && peek() != ')') {
            if (text.startsWith("(?i)", at)) {
                at += 4;
                ignoringCase = true;
            } else {
                parts.add(quantified(atom()));
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Sequence(List.copyOf(parts));
    }

    private Expression atom() {
        char c = text.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> new Unit(CharClass.read(this));
            case '.' -> new Unit(CharSet.DOT);
            case '^' -> new Edge(false);
            case '$' -> throw error("'$', which also fits before a line end; write \\z");
            case '\\' -> escape();
            case '*', '+', '?' -> throw error("a '" + c + "' without something to repeat");
            default -> unit(c);
        };
    }

    private Expression unit(char c) {
        return new Unit(ignoringCase ? CharSet.single(c).ignoringCase() : CharSet.single(c));
    }

    private Expression escape() {
        if (accept('A')) {
            return new Edge(false);
        }
        if (accept('z')) {
            return new Edge(true);
        }
        return new Unit(escapedSet());
    }

    /** The set that an escape stands for; the backslash is read. */
    CharSet escapedSet() {
        char c = next("a backslash at the end");
        return switch (c) {
            case 'd' -> CharSet.DIGITS;
            case 'D' -> CharSet.DIGITS.not();
            case 'w' -> CharSet.WORD;
            case 'W' -> CharSet.WORD.not();
            case 's' -> CharSet.SPACE;
            case 'S' -> CharSet.SPACE.not();
            case 'n' -> CharSet.single('\n');
            case 'r' -> CharSet.single('\r');
            case 't' -> CharSet.single('\t');
            case 'f' -> CharSet.single('\f');
            case 'x' -> CharSet.single(hexUnit(2));
            case 'u' -> CharSet.single(hexUnit(4));
            case 'b', 'B' -> throw error("'\\" + c + "', whose meaning changes with the JDK; write a look-around");
            default -> literal(c);
        };
    }

    private CharSet literal(char c) {
        if (CharSet.WORD.contains(c)) {
            throw error("the escape '\\" + c + "', which is not of the subset");
        }
        return CharSet.single(c);
    }

    private char hexUnit(int digits) {
        if (at + digits > text.length()) {
            throw error("an unfinished escape");
        }
        try {
            return (char) Integer.parseInt(text.substring(at, at += digits), 16);
        } catch (NumberFormatException e) {
            throw error("an escape that is not hexadecimal");
        }
    }

    private Expression group() {
        if (!accept('?')) {
            throw error("a capturing group; write (?:...), or (?<value>...) for what is found");
        }
        return groupOfKind();
    }

    private Expression groupOfKind() {
        if (take("i:")) {
            boolean before = ignoringCase;
            ignoringCase = true;
            Expression body = closed();
            ignoringCase = before;
            return body;
        }
        if (take("-i:")) {
            boolean before = ignoringCase;
            ignoringCase = false;
            Expression body = closed();
            ignoringCase = before;
            return body;
        }
        if (take(":")) {
            return closed();
        }
        if (take("<value>")) {
            return new Value(closed());
        }
        if (take(">")) {
            return new Repeat(closed(), 1, 1, Greed.POSSESSIVE);
        }
        boolean behind = accept('<');
        boolean negative = accept('!');
        if (!negative && !accept('=')) {
            throw error("a kind of group that is not of the subset");
        }
        return new Look(closed(), !behind, negative);
    }

    private Expression closed() {
        Expression body = choice();
        if (!accept(')')) {
            throw error("a '(' without ')'");
        }
        return body;
    }

    private Expression quantified(Expression body) {
        if (at >= text.length()) {
            return body;
        }
        int least;
        int most;
        switch (peek()) {
            case '?' -> {
                at++;
                least = 0;
                most = 1;
            }
            case '*' -> {
                at++;
                least = 0;
                most = Expression.UNBOUNDED;
            }
            case '+' -> {
                at++;
                least = 1;
                most = Expression.UNBOUNDED;
            }
            case '{' -> {
                at++;
                least = number();
                most = accept(',') ? (peek() == '}' ? Expression.UNBOUNDED : number()) : least;
                if (!accept('}') || most < least) {
                    throw error("a quantifier that is not {m}, {m,} or {m,n}");
                }
            }
            default -> {
                return body;
            }
        }
        if (most > 1 && body.min() == 0) {
            throw error(
                    "a repeat of what may be nothing, whose meaning differs between engines; repeat what takes a unit");
        }
        Greed greed = accept('+') ? Greed.POSSESSIVE : accept('?') ? Greed.LAZY : Greed.GREEDY;
        return new Repeat(body, least, most, greed);
    }

    private int number() {
        int number = -1;
        while (at < text.length() && CharSet.DIGITS.contains(text.charAt(at))) {
            number = Math.max(0, number) * 10 + text.charAt(at++) - '0';
            if (number > REPEAT_MAX) {
                throw error("a repeat of more than " + REPEAT_MAX);
            }
        }
        if (number < 0) {
            throw error("a '{' without a number; write \\{ for the sign itself");
        }
        return number;
    }

    boolean isIgnoringCase() {
        return ignoringCase;
    }

    char peek() {
        if (at >= text.length()) {
            throw error("an unfinished expression");
        }
        return text.charAt(at);
    }

    char next(String otherwise) {
        if (at >= text.length()) {
            throw error(otherwise);
        }
        return text.charAt(at++);
    }

    boolean accept(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private boolean take(String sign) {
        if (text.startsWith(sign, at)) {
            at += sign.length();
            return true;
        }
        return false;
    }

    ExpressionException error(String what) {
        return new ExpressionException(what, at);
    }
}
