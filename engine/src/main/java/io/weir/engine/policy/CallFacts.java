package io.weir.engine.policy;

import io.weir.engine.payload.Leaf;
import io.weir.schemas.event.Link;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DataClass;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The facts of one call that clauses test; what costs something is worked out at its first use. For one thread. */
public final class CallFacts {

    private final PolicySubject subject;
    private final Judgement judgement;
    private @Nullable List<String> texts;
    private @Nullable PhraseFilter phrases;
    private @Nullable Audience audience;
    private @Nullable List<String> toolNames;
    private @Nullable ServiceCall service;
    private @Nullable Resources resources;
    private @Nullable Set<DataClass> classes;

    /** Facts of a call and what the judgement says about it. */
    public CallFacts(PolicySubject subject, Judgement judgement) {
        this.subject = subject;
        this.judgement = judgement;
    }

    /** The call. */
    public PolicySubject subject() {
        return subject;
    }

    /** What the judgement says. */
    public Judgement judgement() {
        return judgement;
    }

    /** Connections with earlier reads. */
    public List<Link> links() {
        return judgement.links();
    }

    /** The content, or null where only the record is left. */
    public @Nullable Content content() {
        return subject.content();
    }

    /** The service and its operation that the URL stands for. */
    ServiceCall service() {
        if (service == null) {
            Content content = content();
            service = content == null
                    ? ServiceCall.NONE
                    : ServiceTable.standard()
                            .find(content.input().method(), content.input().url());
        }
        return service;
    }

    /** The names under which a rule may speak of the tool: its own, and that of the service behind it. */
    List<String> toolNames() {
        if (toolNames == null) {
            Set<String> names = new LinkedHashSet<>(List.of(subject.call().tool(), subject.toolName()));
            if (!service().service().isEmpty()) {
                names.add(service().service());
            }
            toolNames = List.copyOf(names);
        }
        return toolNames;
    }

    /** What the call does, in the words of the call, of the service and of the tool. */
    List<String> operations() {
        List<String> operations = new ArrayList<>(
                List.of(subject.call().operation(), subject.call().tool()));
        if (!service().operation().isEmpty()) {
            operations.add(service().operation());
        }
        return operations;
    }

    /** Name of the MCP server that the edge gave, or the empty text. */
    String server() {
        return subject.server();
    }

    /** Who can see what the call sends. */
    Audience audience() {
        if (audience == null) {
            audience = subject.call().audience();
        }
        return audience;
    }

    /** What the call works on: repository, channel, region and so on. */
    Resources resources() {
        if (resources == null) {
            Content content = content();
            resources = content == null ? Resources.NONE : Resources.of(content, service());
        }
        return resources;
    }

    /** The texts of the body, whatever they were wrapped in, in lower case. */
    List<String> bodyTexts() {
        if (texts == null) {
            Content content = content();
            texts = content == null
                    ? List.of()
                    : content.payload().leaves().stream()
                            .filter(leaf -> leaf.address().startsWith("/body"))
                            .map(Leaf::text)
                            .map(text -> text.toLowerCase(Locale.ROOT))
                            .toList();
        }
        return texts;
    }

    /** Whether a text of the body holds a phrase in lower case; {@code keys} are those that its filter knows it by. */
    boolean bodyHolds(String phrase, int[] keys) {
        if (phrases == null) {
            phrases = new PhraseFilter(bodyTexts());
        }
        if (!phrases.mayHold(keys)) {
            return false;
        }
        for (String text : bodyTexts()) {
            if (text.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** Kinds of data found in the call. */
    Set<DataClass> dataClasses() {
        if (classes == null) {
            Set<DataClass> found = new TreeSet<>();
            subject.findings().forEach(finding -> found.add(finding.dataClass()));
            classes = found;
        }
        return classes;
    }
}
