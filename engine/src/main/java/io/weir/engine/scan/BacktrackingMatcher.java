package io.weir.engine.scan;

import io.weir.engine.expression.Expression;

/**
 * Tries an expression by backtracking, anchored and within a bounded number of steps. Whoever wrote the expression, it
 * cannot take longer than that. It works on the units themselves and makes no garbage, which is why it is not
 * java.util.regex; a property test holds it against that.
 */
final class BacktrackingMatcher implements ValueMatcher {

    private final Node program;

    BacktrackingMatcher(Expression expression) {
        this.program = NodeCompiler.compile(expression);
    }

    @Override
    public boolean fits(ScanMemory memory, int at, Match found) {
        Attempt attempt = memory.attempt;
        attempt.wantedEnd = -1;
        if (!attempt.run(program, memory, 0, memory.text.length, at)) {
            return false;
        }
        found.start = attempt.valueStart < 0 ? at : attempt.valueStart;
        found.end = attempt.valueStart < 0 ? attempt.matchEnd : attempt.valueEnd;
        return true;
    }

    @Override
    public boolean fitsWhole(ScanMemory memory, int start, int end) {
        Attempt attempt = memory.attempt;
        attempt.wantedEnd = end;
        return attempt.run(program, memory, start, end, start);
    }

    @Override
    public String word() {
        return "backtracking";
    }
}
