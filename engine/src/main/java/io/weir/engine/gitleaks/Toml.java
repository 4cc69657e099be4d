package io.weir.engine.gitleaks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads members of a table, and notes what is wrong with them. Used by one thread. */
final class Toml {

    private final JsonNode table;
    private final List<String> problems;

    /**
     * A reader of a table.
     *
     * @param problems where problems go
     */
    Toml(JsonNode table, List<String> problems) {
        this.table = table;
        this.problems = problems;
    }

    /** The same table, whose problems go elsewhere. */
    Toml reportingTo(List<String> others) {
        return new Toml(table, others);
    }

    boolean has(String member) {
        return table.has(member);
    }

    /** A text; empty where there is none. */
    String text(String member) {
        JsonNode node = table.path(member);
        if (!node.isMissingNode() && !node.isTextual()) {
            problems.add("'" + member + "' is not a text");
        }
        return node.asText("");
    }

    /** A number that is not negative; 0 where there is none. */
    double number(String member) {
        JsonNode node = table.path(member);
        if (!node.isMissingNode() && (!node.isNumber() || node.asDouble() < 0)) {
            problems.add("'" + member + "' is not a number of 0 or more");
        }
        return node.asDouble(0);
    }

    boolean flag(String member) {
        return table.path(member).asBoolean(false);
    }

    /** Texts; none where there is no such member. */
    List<String> texts(String member) {
        JsonNode node = table.path(member);
        List<String> texts = new ArrayList<>();
        for (JsonNode item : node) {
            texts.add(item.asText());
            if (!item.isTextual()) {
                problems.add("'" + member + "' holds something that is not a text");
            }
        }
        if (!node.isMissingNode() && !node.isArray()) {
            problems.add("'" + member + "' is not a list of texts");
        }
        return texts;
    }

    /** Tables under any of these names: one table, or a list of them. */
    List<Toml> tables(String... members) {
        List<Toml> tables = new ArrayList<>();
        for (String member : members) {
            JsonNode node = table.path(member);
            if (node.isObject()) {
                tables.add(new Toml(node, problems));
            } else {
                node.forEach(item -> tables.add(new Toml(item, problems)));
            }
        }
        return tables;
    }

    /** Members that are not among these. */
    List<String> others(Set<String> known) {
        List<String> others = new ArrayList<>();
        table.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                others.add(name);
            }
        });
        return others;
    }
}
