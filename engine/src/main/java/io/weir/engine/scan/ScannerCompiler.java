package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.rule.Name;
import io.weir.engine.rule.Rule;
import io.weir.engine.rule.Shape;
import io.weir.engine.scan.RuleProgram.Assigned;
import io.weir.engine.scan.RuleProgram.Near;
import io.weir.engine.scan.RuleProgram.Trigger;
import io.weir.engine.scan.RuleProgram.Written;
import io.weir.engine.validate.Ascii;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Compiles rules to one scanner. One scanner an instance. */
final class ScannerCompiler {

    private final List<Trigger> triggers = new ArrayList<>();
    private final List<String> literals = new ArrayList<>();
    private final List<RuleProgram> programs = new ArrayList<>();
    private final List<long[]> contexts = new ArrayList<>();
    private final Map<String, Integer> contextWords = new HashMap<>();
    private final WordTable.Builder words = new WordTable.Builder();

    /**
     * Compiles the rules that can be compiled.
     *
     * @param refused told of each of the others, and why
     */
    Scanner compile(List<Rule> rules, BiConsumer<Rule, String> refused) {
        int wordCount = numberContextWords(rules);
        for (Rule rule : rules) {
            try {
                programs.add(program(rule, programs.size()));
                contexts.add(contextOf(rule));
            } catch (IllegalArgumentException e) {
                refused.accept(rule, String.valueOf(e.getMessage()));
            }
        }
        AutomatonBuilder builder = new AutomatonBuilder();
        for (int i = 0; i < literals.size(); i++) {
            builder.add(literals.get(i), i);
        }
        Automaton automaton = builder.build();
        Surroundings context = ContextHits.surroundings(contextWordMax());
        return new Scanner(
                automaton,
                Ending.all(
                        automaton,
                        triggers.stream()
                                .map(trigger -> trigger.checkedBy(automaton))
                                .toArray(Trigger[]::new),
                        context),
                programs.toArray(RuleProgram[]::new),
                contexts.toArray(long[][]::new),
                words.build(wordCount, context),
                wordCount);
    }

    private RuleProgram program(Rule rule, int number) {
        Shape shape = rule.shape();
        if (shape instanceof Shape.Assigned assigned) {
            Assigned program = new Assigned(
                    rule,
                    number,
                    assigned,
                    new WordSet(assigned.words()),
                    new WordSet(assigned.stopNames()),
                    new Outline(assigned.value().expression()),
                    MatcherFactory.matcher(assigned.value()),
                    MatcherFactory.matcher(assigned.whole()));
            addNames(assigned.names(), program);
            return program;
        }
        if (shape instanceof Shape.Near near) {
            Near program = new Near(
                    rule,
                    number,
                    near,
                    new WordSet(near.words()),
                    new Outline(near.value().expression()),
                    MatcherFactory.matcher(near.value()),
                    MatcherFactory.matcher(near.whole()));
            addNames(near.names(), program);
            return program;
        }
        return written(rule, number, (Shape.Written) shape);
    }

    private void addNames(List<Name> names, RuleProgram program) {
        for (Name name : names) {
            for (String spelling : new LinkedHashSet<>(name.spellings())) {
                add(spelling, Trigger.ofName(spelling.length(), program, name));
            }
        }
    }

    private Written written(Rule rule, int number, Shape.Written shape) {
        Outline outline = new Outline(shape.expression());
        WordStart start = new WordStart(shape.expression(), outline);
        Anchors derived = Anchors.of(shape.expression());
        Anchors found = derived == null ? ofKeywords(rule) : derived;
        // Keywords that are mere signs stand in every text.
        Set<String> beginnings = found == null || !found.isTelling() ? start.beginnings() : Set.of();
        Anchors anchors = beginnings.isEmpty() ? found : null;
        CharSet run = anchors == null ? null : run(anchors, outline);
        Written program = new Written(
                rule,
                number,
                shape,
                MatcherFactory.matcher(shape),
                shape.expression().max(),
                outline,
                run,
                run != null && outline.notBefore().includes(run),
                rule.reach());
        if (anchors != null) {
            anchors.literals().forEach(literal -> addLiteral(literal, program, anchors));
        } else if (!beginnings.isEmpty()) {
            beginnings.forEach(literal -> add(literal, Trigger.ofWord(literal.length())));
            words.add(program, false, neededContext(rule));
        } else if (start.isBounded() && start.hasDigit()) {
            words.add(program, start.hasLeadIn(), neededContext(rule));
        } else if (start.isBounded() && rule.reach() > 0 && rule.reach() <= WordStart.LETTERS_MAX) {
            words.addLed(program);
        } else {
            throw new IllegalArgumentException("the expression has no literal of 3 signs and no digit at the start of a"
                    + " word that it could be found by; begin with (?<![A-Za-z0-9]) or give 'keywords' and 'reach'");
        }
        return program;
    }

    private @Nullable BitSet neededContext(Rule rule) {
        return rule.context().required() ? BitSet.valueOf(contextOf(rule)) : null;
    }

    /** The units before the first of an expression's literals that stands in a match; null where they are no run. */
    private static @Nullable CharSet run(Anchors anchors, Outline outline) {
        boolean signs = anchors.literals().stream().allMatch(literal -> literal.length() == 1);
        if (anchors.run() != null || !signs || anchors.least() == anchors.most()) {
            return anchors.run();
        }
        return anchors.literals().stream()
                .map(literal -> CharSet.single(literal.charAt(0)).not())
                .reduce(outline.before(anchors.most()), CharSet::and);
    }

    /** Adds a literal, with as few places before it as the outline leaves where it tells all of them. */
    private void addLiteral(String literal, Written program, Anchors anchors) {
        int least = anchors.least();
        int most = anchors.most();
        boolean told = most + literal.length() <= program.outline().told();
        while (told && least < most && !program.outline().mayHave(literal, least)) {
            least++;
        }
        while (told && most > least && !program.outline().mayHave(literal, most)) {
            most--;
        }
        add(literal, Trigger.ofLiteral(literal.length(), program, least, most));
    }

    /**
     * What the file says that a rule is found by; what can be derived from its expression beats it, for it may be
     * wrong.
     */
    private static @Nullable Anchors ofKeywords(Rule rule) {
        if (rule.keywords().isEmpty()) {
            return null;
        }
        if (rule.reach() > Anchors.REACH_MAX) {
            throw new IllegalArgumentException("'reach' is more than " + Anchors.REACH_MAX);
        }
        return new Anchors(new LinkedHashSet<>(rule.keywords()), 0, rule.reach(), null);
    }

    private void add(String literal, Trigger trigger) {
        literals.add(literal);
        triggers.add(trigger);
    }

    private int numberContextWords(List<Rule> rules) {
        for (Rule rule : rules) {
            for (String word : rule.context().words()) {
                String lower = Ascii.lower(word);
                if (contextWords.putIfAbsent(lower, contextWords.size()) == null) {
                    int number = contextWords.size() - 1;
                    Name.spell(lower).forEach(spelling -> add(spelling, Trigger.ofContext(spelling.length(), number)));
                }
            }
        }
        return contextWords.size();
    }

    private int contextWordMax() {
        return contextWords.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    private long[] contextOf(Rule rule) {
        long[] context = new long[(contextWords.size() + 63) / 64];
        for (String word : rule.context().words()) {
            int number = contextWords.getOrDefault(Ascii.lower(word), 0);
            context[number >> 6] |= 1L << number;
        }
        return context;
    }
}
