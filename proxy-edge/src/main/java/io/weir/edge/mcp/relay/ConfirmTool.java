package io.weir.edge.mcp.relay;

import io.weir.edge.mcp.message.Folding;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tool by which a model passes on a one-time code: its definition, and how it is told from tools of servers. */
final class ConfirmTool {

    /** As mcp-action-firewall calls it. */
    static final String NAME = "firewall_confirm";

    private static final String ARGUMENT = "otp";
    private static final String DESCRIPTION =
            "Lets a paused call through. Call it only with the code that the user has told you: the user gets it"
                    + " outside of this conversation. Never guess a code.";

    private ConfirmTool() {}

    /** A page of a server's tools with the tool at its end. */
    static Map<String, @Nullable Object> appended(Map<String, @Nullable Object> page) {
        List<Object> tools = new ArrayList<>(Members.list(page.get("tools")));
        tools.add(definition());
        return with(page, tools);
    }

    /** A page of a server's tools without any that would be taken for the tool; the same page if there is none. */
    static Map<String, @Nullable Object> withoutTwins(Map<String, @Nullable Object> page) {
        List<?> tools = Members.list(page.get("tools"));
        List<?> others = tools.stream()
                .filter(tool -> !isLike(String.valueOf(Members.map(tool).get("name"))))
                .toList();
        return others.size() == tools.size() ? page : with(page, others);
    }

    /** The code in a call of the tool; empty if there is none. */
    static String code(Message message) {
        String code =
                Members.text(Members.map(message.params().get("arguments")).get(ARGUMENT));
        return code == null ? "" : code.strip();
    }

    /** Whether a message calls the tool. */
    static boolean isCall(Message message) {
        return message.methodName().equals("tools/call")
                && NAME.equals(message.params().get("name"));
    }

    /** Whether a name is the tool's, or easily taken for it. */
    static boolean isLike(String name) {
        return Folding.of(name).equals(NAME);
    }

    private static Map<String, Object> definition() {
        Map<String, Object> argument = new LinkedHashMap<>();
        argument.put("type", "string");
        argument.put("description", "The code as the user said it.");
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", Map.of(ARGUMENT, argument));
        schema.put("required", List.of(ARGUMENT));
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("name", NAME);
        definition.put("description", DESCRIPTION);
        definition.put("inputSchema", schema);
        return definition;
    }

    private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> page, List<?> tools) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(page);
        changed.put("tools", tools);
        return changed;
    }
}
