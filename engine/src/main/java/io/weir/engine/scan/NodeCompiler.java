package io.weir.engine.scan;

import io.weir.engine.expression.Expression;
import io.weir.engine.expression.Expression.Choice;
import io.weir.engine.expression.Expression.Edge;
import io.weir.engine.expression.Expression.Greed;
import io.weir.engine.expression.Expression.Look;
import io.weir.engine.expression.Expression.Repeat;
import io.weir.engine.expression.Expression.Sequence;
import io.weir.engine.expression.Expression.Unit;
import io.weir.engine.expression.Expression.Value;
import org.jspecify.annotations.Nullable;

/** Links an expression to a backtracking program, from its end to its start. One expression an instance. */
final class NodeCompiler {

    private static final int LOOPS_MAX = 64;

    private int loops;

    /**
     * The program of an expression.
     *
     * @throws IllegalArgumentException if it has too many repeats and looks, or a look behind without bound
     */
    static Node compile(Expression expression) {
        return new NodeCompiler().link(expression, new Node.Accept());
    }

    private Node link(Expression expression, Node next) {
        if (expression instanceof Unit unit) {
            return new Node.One(unit.set(), next);
        }
        if (expression instanceof Value value) {
            return new Node.Mark(false, link(value.body(), new Node.Mark(true, next)));
        }
        if (expression instanceof Edge edge) {
            return new Node.Border(edge.end(), next);
        }
        if (expression instanceof Look look) {
            return look(look, next);
        }
        if (expression instanceof Repeat repeat) {
            return repeat(repeat, next);
        }
        if (expression instanceof Choice choice) {
            return new Node.Options(
                    choice.options().stream().map(option -> link(option, next)).toArray(Node[]::new));
        }
        Node linked = next;
        Sequence sequence = (Sequence) expression;
        for (int i = sequence.parts().size() - 1; i >= 0; i--) {
            linked = link(sequence.parts().get(i), linked);
        }
        return linked;
    }

    private Node look(Look look, Node next) {
        if (look.body() instanceof Unit unit) {
            return new LookNode.Neighbor(unit.set(), look.ahead(), look.negative(), next);
        }
        if (look.negative() && look.body() instanceof Choice choice) {
            // None of them stands there: each of them does not.
            Node linked = next;
            for (int i = choice.options().size() - 1; i >= 0; i--) {
                linked = look(new Look(choice.options().get(i), look.ahead(), true), linked);
            }
            return linked;
        }
        if (look.ahead()) {
            return new LookNode.Ahead(link(look.body(), new Node.AcceptPart()), look.negative(), next);
        }
        if (look.body().max() == Expression.UNBOUNDED) {
            throw new IllegalArgumentException("a look behind has no bound; write {0,64} instead of * in it");
        }
        int loop = number();
        Node part = link(look.body(), new Node.AcceptThere(loop));
        return new LookNode.Behind(part, look.body().min(), look.body().max(), loop, look.negative(), next);
    }

    private Node repeat(Repeat repeat, Node next) {
        if (repeat.body() instanceof Unit unit) {
            return new RunNode.Units(unit.set(), repeat.least(), repeat.most(), repeat.greed(), next);
        }
        if (repeat.least() == 1 && repeat.most() == 1) {
            return repeat.greed() == Greed.POSSESSIVE
                    ? new Node.Atomic(link(repeat.body(), new Node.AcceptPart()), next)
                    : link(repeat.body(), next);
        }
        Node separated = separated(repeat, next);
        if (separated != null) {
            return separated;
        }
        if (repeat.greed() == Greed.POSSESSIVE) {
            return new Node.Atomic(loop(repeat, new Node.AcceptPart()), next);
        }
        return loop(repeat, next);
    }

    /** Groups of digits and their like, {@code (?:[ -]?[0-9]){8,14}}; null where it is something else. */
    private static @Nullable Node separated(Repeat repeat, Node next) {
        if (repeat.greed() == Greed.LAZY
                || !(repeat.body() instanceof Sequence sequence)
                || sequence.parts().size() != 2
                || !(sequence.parts().get(0) instanceof Repeat before)
                || !(before.body() instanceof Unit separator)
                || !(sequence.parts().get(1) instanceof Unit unit)) {
            return null;
        }
        boolean oneWay = before.least() == 0
                && before.greed() == Greed.GREEDY
                && separator.set().isAscii()
                && unit.set().isAscii()
                && separator.set().isDisjoint(unit.set());
        return oneWay ? new RunNode.Separated(separator.set(), before.most(), unit.set(), repeat, next) : null;
    }

    private Node loop(Repeat repeat, Node next) {
        if (repeat.most() == 1) {
            Node body = link(repeat.body(), next);
            return new Node.Options(repeat.greed() == Greed.LAZY ? new Node[] {next, body} : new Node[] {body, next});
        }
        LoopNode loop = new LoopNode(number(), repeat.least(), repeat.most(), repeat.greed() == Greed.LAZY, next);
        loop.link(link(repeat.body(), loop));
        return loop;
    }

    private int number() {
        if (loops == LOOPS_MAX) {
            throw new IllegalArgumentException("the expression has more than " + LOOPS_MAX + " repeats and looks");
        }
        return loops++;
    }
}
