package io.weir.edge.mcp.registered;

import io.weir.edge.call.CallRefused;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.pin.ListedTool;
import io.weir.edge.mcp.pin.PinCheck;
import io.weir.edge.mcp.pin.PinRules;
import io.weir.edge.mcp.pin.ToolPin;
import io.weir.edge.mcp.pin.ToolWarning;
import io.weir.schemas.error.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at a list of tools without a server. Pure. */
final class Inspection {

    private Inspection() {}

    /**
     * What is to be said about the tools in a document: {@code tools}, or the result of {@code tools/list} around them.
     *
     * @param pinned what they are compared with; empty for none
     * @throws CallRefused if it holds no list
     */
    static Map<String, Object> of(Map<String, @Nullable Object> document, Map<String, ToolPin> pinned, PinRules rules)
            throws CallRefused {
        Map<String, @Nullable Object> holder =
                document.containsKey("tools") ? document : Members.map(document.get("result"));
        if (!(holder.get("tools") instanceof List<?> definitions)) {
            throw new CallRefused(ErrorCode.REQUEST_INVALID, "The body holds no tools.");
        }
        List<ListedTool> tools = new ArrayList<>();
        definitions.forEach(definition -> ListedTool.of(definition).ifPresent(tools::add));
        Map<String, Set<ToolWarning>> warnings = PinCheck.warnings(tools, pinned);
        List<Object> findings = new ArrayList<>();
        warnings.forEach((tool, words) -> findings.add(finding(tool, words, rules)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ok", warnings.values().stream().noneMatch(rules::block));
        answer.put("tools", tools.size());
        answer.put("findings", findings);
        return answer;
    }

    private static Map<String, Object> finding(String tool, Set<ToolWarning> words, PinRules rules) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("tool", tool);
        finding.put(
                "mcp_reason_codes",
                words.stream().map(ToolWarning::reasonCode).sorted().toList());
        finding.put("blocked", rules.block(words));
        return finding;
    }
}
