package io.weir.edge.mcp.pin;

import io.weir.edge.mcp.message.Folding;
import io.weir.edge.mcp.message.Members;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the definitions of one server's tools: pins those that it sees for the first time, and takes out of use what
 * the rules say. Safe to share between threads.
 */
public final class ToolWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ToolWatch.class);
    private static final int TOOLS_MAX = 10_000;
    private static final int SHOWN_MAX = 64;

    private final PinFile file;
    private final PinRules rules;
    private final String server;
    private final @Nullable String origin;
    private final Map<String, ListedTool> listed = new LinkedHashMap<>();
    private final Set<String> doubled = new TreeSet<>();
    private Map<String, Set<ToolWarning>> warnings = Map.of();

    /** A watch over a server whose program is not looked at. */
    public ToolWatch(String server, PinFile file, PinRules rules) {
        this(server, file, rules, null);
    }

    /**
     * A watch over a server.
     *
     * @param origin which program it is; null where that is not looked at
     */
    public ToolWatch(String server, PinFile file, PinRules rules, @Nullable String origin) {
        this.server = server;
        this.origin = origin;
        this.file = file;
        this.rules = rules;
    }

    /**
     * Takes note of one page of a list.
     *
     * @param result the result of {@code tools/list}
     * @param first whether it is the first page
     * @return the result without the tools that are out of use, or the same object if all may stay
     * @throws IOException if the pins cannot be read or written; then nothing may be passed on
     */
    public synchronized Map<String, @Nullable Object> page(Map<String, @Nullable Object> result, boolean first)
            throws IOException {
        if (first) {
            listed.clear();
            doubled.clear();
        }
        List<?> definitions = Members.list(result.get("tools"));
        for (Object definition : definitions) {
            ListedTool.of(definition).ifPresent(this::note);
        }
        if (listed.size() > TOOLS_MAX) {
            throw new IOException("the server lists more than " + TOOLS_MAX + " tools");
        }
        compare();
        List<Object> kept = new ArrayList<>();
        for (Object definition : definitions) {
            if (ListedTool.of(definition).map(tool -> !isBlocked(tool.name())).orElse(true)) {
                kept.add(definition);
            }
        }
        if (kept.size() == definitions.size()) {
            return result;
        }
        Map<String, @Nullable Object> shortened = new LinkedHashMap<>(result);
        shortened.put("tools", kept);
        return shortened;
    }

    /** Of two tools by one name a client may take either, so neither is used. */
    private void note(ListedTool tool) {
        ListedTool before = listed.put(tool.name(), tool);
        if (before != null && !before.digest().equals(tool.digest())) {
            doubled.add(tool.name());
        }
    }

    private void compare() throws IOException {
        Pins pins = file.read();
        Map<String, Set<ToolWarning>> found = PinCheck.warnings(List.copyOf(listed.values()), pins.tools());
        doubled.forEach(tool -> found.computeIfAbsent(tool, name -> EnumSet.noneOf(ToolWarning.class))
                .add(ToolWarning.LOOK_ALIKE));
        if (hasMoved(pins)) {
            listed.keySet()
                    .forEach(tool -> found.computeIfAbsent(tool, name -> EnumSet.noneOf(ToolWarning.class))
                            .add(ToolWarning.ORIGIN));
        }
        found.forEach((tool, words) -> {
            if (!words.equals(warnings.get(tool))) {
                LOG.warn(
                        "event=tool_warning server={} tool=\"{}\" blocked={} warnings={}",
                        server,
                        tool.length() > SHOWN_MAX ? tool.substring(0, SHOWN_MAX) : tool,
                        rules.block(words),
                        words);
            }
        });
        warnings = found;
        pinNew(pins);
    }

    /** What was never seen is pinned as it is; what is out of use waits for a person. */
    private void pinNew(Pins pins) throws IOException {
        Map<String, ToolPin> tools = new TreeMap<>(pins.tools());
        Map<String, ToolPin> pending = new TreeMap<>(pins.pending());
        for (ListedTool tool : listed.values()) {
            if (isBlocked(tool.name())) {
                pending.put(tool.name(), ToolPin.of(tool));
            } else {
                tools.putIfAbsent(tool.name(), ToolPin.of(tool));
                pending.remove(tool.name());
            }
        }
        Pins now = hasMoved(pins)
                ? new Pins(tools, pending, pins.origin(), origin)
                : new Pins(tools, pending, origin == null ? pins.origin() : origin, null);
        if (!now.equals(pins)) {
            file.write(now);
        }
    }

    private boolean hasMoved(Pins pins) {
        return origin != null && pins.origin() != null && !origin.equals(pins.origin());
    }

    private boolean isBlocked(String tool) {
        return rules.block(warnings.getOrDefault(tool, Set.of()));
    }

    /** The tools about which something is to be said, and what. */
    public synchronized Map<String, Set<ToolWarning>> findings() {
        return Map.copyOf(warnings);
    }

    /** What is to be said about a tool. */
    public synchronized Set<ToolWarning> warnings(String tool) {
        return warnings.getOrDefault(tool, Set.of());
    }

    /** Whether the server lists a tool of this name, so that its definition was looked at. */
    public synchronized boolean isListed(String tool) {
        return listed.containsKey(tool);
    }

    /** Why a tool may not be called by this name, or empty if it may. */
    public synchronized Optional<String> refusal(String tool) {
        if (Folding.hidesSomething(tool)) {
            return Optional.of("The tool's name holds characters that do not show.");
        }
        if (isBlocked(tool)) {
            return Optional.of("The tool is out of use: " + words(warnings(tool))
                    + ". A person can accept it with 'weir mcp pins " + server + " --accept'.");
        }
        if (!listed.isEmpty() && !listed.containsKey(tool)) {
            String folded = Folding.of(tool);
            if (listed.keySet().stream().anyMatch(known -> Folding.of(known).equals(folded))) {
                return Optional.of("The tool's name only looks like one that the server lists.");
            }
        }
        return Optional.empty();
    }

    private static String words(Set<ToolWarning> warnings) {
        return String.join(", ", warnings.stream().map(ToolWarning::word).toList());
    }
}
