package io.weir.engine.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.Link;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition in CEL, the Common Expression Language: checked by type when it is read, and bounded in loops and depth
 * when it runs. An expression that asks for what is not there, such as a missing member, is unknown, not true.
 */
final class CelClause implements Clause {

    private static final int LOOPS_MAX = 10_000;

    private final String text;
    private final CelRuntime.Program program;

    private CelClause(String text, CelRuntime.Program program) {
        this.text = text;
        this.program = program;
    }

    /** What the library needs once; whoever writes no expressions never pays for it. */
    private static final class Language {

        private static final CelOptions OPTIONS = CelOptions.current()
                .comprehensionMaxIterations(LOOPS_MAX)
                .maxParseRecursionDepth(64)
                .enableHeterogeneousNumericComparisons(true)
                .build();

        private static final CelCompiler COMPILER = compiler();

        private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .build();

        private static CelCompiler compiler() {
            MapType open = MapType.create(SimpleType.STRING, SimpleType.DYN);
            CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(OPTIONS)
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                    .setResultType(SimpleType.BOOL);
            for (String name : List.of(
                    "tool",
                    "operation",
                    "service",
                    "method",
                    "url",
                    "verb",
                    "audience",
                    "tenant",
                    "environment",
                    "agent_id",
                    "runtime_type",
                    "session_id",
                    "decision",
                    "last_tool")) {
                builder.addVar(name, SimpleType.STRING);
            }
            return builder.addVar("risk_score", SimpleType.DOUBLE)
                    .addVar("body_bytes", SimpleType.INT)
                    .addVar("time_millis", SimpleType.INT)
                    .addVar("data_classes", ListType.create(SimpleType.STRING))
                    .addVar("read_classes", ListType.create(SimpleType.STRING))
                    .addVar("findings", ListType.create(open))
                    .addVar("links", ListType.create(open))
                    .addVar("destinations", ListType.create(open))
                    .addVar("body", SimpleType.DYN)
                    .build();
        }
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException with what is wrong and where in the expression
     */
    static Clause of(String text) {
        try {
            CelAbstractSyntaxTree tree = Language.COMPILER.compile(text).getAst();
            return new CelClause(text, Language.RUNTIME.createProgram(tree));
        } catch (CelValidationException e) {
            throw new IllegalArgumentException(problem(e), e);
        } catch (CelEvaluationException e) {
            throw new IllegalArgumentException("it cannot be planned", e);
        }
    }

    private static String problem(CelValidationException failure) {
        return failure.getErrors().stream()
                .findFirst()
                .map(issue -> String.format(
                        Locale.ROOT,
                        "sign %d of line %d: %s",
                        issue.getSourceLocation().getColumn() + 1,
                        issue.getSourceLocation().getLine(),
                        issue.getMessage().lines().findFirst().orElse("")))
                .orElse("it cannot be read");
    }

    @Override
    public Truth test(CallFacts facts) {
        try {
            Object result = program.eval(name -> Optional.ofNullable(variable(name, facts)));
            return result instanceof Boolean holds ? Truth.of(holds) : Truth.UNKNOWN;
        } catch (CelEvaluationException e) {
            return Truth.UNKNOWN;
        }
    }

    @Override
    public String text() {
        return "expression " + text;
    }

    @Override
    public String observed(CallFacts facts) {
        return switch (test(facts)) {
            case TRUE -> "true";
            case FALSE -> "false";
            case UNKNOWN -> "it asks for something that the call does not have";
        };
    }

    private static @Nullable Object variable(String name, CallFacts facts) {
        PolicySubject subject = facts.subject();
        Content content = facts.content();
        return switch (name) {
            case "tool" -> subject.toolName();
            case "operation" -> subject.call().operation();
            case "service" -> facts.service().service();
            case "method" -> subject.call().method();
            case "url" -> content == null ? null : content.input().url();
            case "verb" -> subject.call().verb().name();
            case "audience" -> subject.call().audience().name();
            case "tenant" -> subject.principal().tenant();
            case "environment" -> subject.principal().environment();
            case "agent_id" -> subject.principal().agentId();
            case "runtime_type" -> orEmpty(subject.principal().runtimeType());
            case "session_id" -> subject.principal().sessionId();
            case "decision" -> facts.judgement().decision().name();
            case "last_tool" -> orEmpty(subject.past().lastTool(""));
            case "risk_score" -> facts.judgement().riskScore();
            case "body_bytes" -> subject.call().bodyBytes();
            case "time_millis" -> subject.timeMillis();
            case "data_classes" -> facts.dataClasses().stream().map(Enum::name).toList();
            case "read_classes" ->
                subject.past().readClasses().stream().map(Enum::name).toList();
            case "findings" ->
                subject.findings().stream().map(CelClause::finding).toList();
            case "links" ->
                facts.links().stream().map(link -> link(facts, link)).toList();
            case "destinations" ->
                subject.call().destinations().stream()
                        .map(CelClause::destination)
                        .toList();
            case "body" -> content == null ? null : adapted(content.input().body());
            default -> null;
        };
    }

    /** A JSON value in the types of CEL, which knows one kind of whole number and one of fractions. */
    private static @Nullable Object adapted(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> adapted = new LinkedHashMap<>();
            map.forEach((name, member) -> adapted.put(String.valueOf(name), orNull(adapted(member))));
            return adapted;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> orNull(adapted(item))).toList();
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        return value instanceof Number number && !(value instanceof Long) ? (Object) number.doubleValue() : value;
    }

    private static Object orNull(@Nullable Object value) {
        return value == null ? NullValue.NULL_VALUE : value;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Map<String, Object> finding(Finding finding) {
        return Map.of(
                "rule", finding.rule(),
                "data_class", finding.dataClass().name(),
                "confidence", finding.confidence().name(),
                "address", finding.address());
    }

    private static Map<String, Object> destination(Destination destination) {
        return Map.of(
                "kind", destination.kind().name(),
                "label", destination.label(),
                "audience", destination.audience().name());
    }

    private static Map<String, Object> link(CallFacts facts, Link link) {
        return Map.of(
                "source_tool", link.sourceTool(),
                "tier", link.tier().name(),
                "score", link.score(),
                "data_classes", link.dataClasses().stream().map(Enum::name).toList(),
                "destination_provenance", link.destinationProvenance().name(),
                "matched_length", (long) link.matchedLength(),
                "age_millis", facts.subject().timeMillis() - link.sourceTimeMillis());
    }
}
