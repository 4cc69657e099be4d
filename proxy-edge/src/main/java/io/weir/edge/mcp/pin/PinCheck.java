package io.weir.edge.mcp.pin;

import io.weir.edge.mcp.message.Folding;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares what a server lists with what was pinned. Pure. */
public final class PinCheck {

    /** Names of parameters that carry data away, or secrets in. */
    private static final Pattern RISKY = Pattern.compile(
            "(?:^|[_\\-.])(?:b?cc|url|uri|webhook|callback|endpoint|token|password|passwd|secret|api_?key|credentials?|"
                    + "recipients?|forward_?to|reply_?to|upload|debug|sidenote|notes?|context|metadata|feedback)(?:$|[_\\-.])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CANONICAL = Pattern.compile("[a-z0-9_\\-./]+");

    private PinCheck() {}

    /**
     * What is to be said about each tool. Tools about which there is nothing to be said are left out.
     *
     * @param listed what the server lists now, all pages so far
     * @param pinned the pins; empty if the server is seen for the first time
     */
    public static Map<String, Set<ToolWarning>> warnings(List<ListedTool> listed, Map<String, ToolPin> pinned) {
        Map<String, Set<ToolWarning>> warnings = new TreeMap<>();
        Map<String, String> byFoldedName = new HashMap<>();
        pinned.keySet().forEach(name -> byFoldedName.put(Folding.of(name), name));
        for (ListedTool tool : listed) {
            ToolPin pin = pinned.get(tool.name());
            if (pin != null && pin.digest().equals(tool.digest())) {
                // It was let through as it is, by the rules or by a person.
                continue;
            }
            Set<ToolWarning> found = EnumSet.noneOf(ToolWarning.class);
            compare(tool, pin, !pinned.isEmpty(), found);
            String other = byFoldedName.putIfAbsent(Folding.of(tool.name()), tool.name());
            if ((other != null && !other.equals(tool.name())) || Folding.hidesSomething(tool.name())) {
                found.add(ToolWarning.LOOK_ALIKE);
            }
            if (!CANONICAL.matcher(tool.name()).matches()) {
                found.add(ToolWarning.NOT_CANONICAL);
            }
            if (InjectedText.isIn(tool.texts())) {
                found.add(ToolWarning.INJECTION);
            }
            if (!found.isEmpty()) {
                warnings.put(tool.name(), found);
            }
        }
        return warnings;
    }

    private static void compare(ListedTool tool, @Nullable ToolPin pin, boolean serverKnown, Set<ToolWarning> found) {
        if (pin != null) {
            found.add(ToolWarning.DRIFT);
            if (tool.parameters().stream()
                    .anyMatch(name -> !pin.parameters().contains(name)
                            && RISKY.matcher(name).find())) {
                found.add(ToolWarning.RISKY_PARAM);
            }
        } else if (serverKnown) {
            found.add(ToolWarning.ADDED);
        }
    }
}
