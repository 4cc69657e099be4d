package io.weir.engine.expression;

/** An expression that is not of the subset. The message says what, at which unit, and what to write instead. */
public final class ExpressionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    ExpressionException(String what, int place) {
        super(what + " at unit " + place + " of the expression");
    }
}
