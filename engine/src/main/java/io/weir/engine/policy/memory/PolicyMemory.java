package io.weir.engine.policy.memory;

import io.weir.engine.state.StateTable;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What policies remember of a session, in its state table: the last tool that went out, the tools called, calls by
 * minute and tool, destinations, and the kinds of data read. Bounded in each; of the minutes the oldest go first. An
 * entry is touched by the event that concerns it and no other. For one thread.
 */
public final class PolicyMemory implements SessionPast {

    /** Entries of calls by minute and tool that one session keeps. */
    static final int MINUTES_MAX = 1_024;

    private static final int TOOLS_MAX = 256;
    private static final int DESTINATIONS_MAX = 512;
    private static final int TOOL_LENGTH_MAX = 256;
    private static final long MINUTE_MILLIS = 60_000;
    private static final byte[] PRESENT = {1};

    private final StateTable state;
    private final String prefix;

    /** The memory of a session. Its keys begin with the version of their form. */
    public PolicyMemory(StateTable state, String sessionKey) {
        this.state = state;
        this.prefix = sessionKey + "\u0000policy1\u0000";
    }

    /**
     * Takes note of a decided call.
     *
     * @param toolName the tool as it was called
     * @param server MCP server that the tool belongs to, or the empty text
     */
    public void note(ToolCallScanned event, String toolName, String server) {
        note(DecisionMade.of(event), toolName, server);
    }

    /** As the other, by the lasting record of the decision. */
    public void note(DecisionMade event, String toolName, String server) {
        Decision decision = event.outcome().decision();
        boolean forwarded = decision == Decision.ALLOW || decision == Decision.SANITIZE;
        String tool = shortened(toolName);
        noteMinute(event.timeMillis() / MINUTE_MILLIS, tool, forwarded);
        if (!forwarded) {
            return;
        }
        state.put(prefix + "last\u0000", tool.getBytes(StandardCharsets.UTF_8));
        if (!server.isEmpty()) {
            state.put(prefix + "last\u0000" + shortened(server), tool.getBytes(StandardCharsets.UTF_8));
        }
        putBounded("tool", tool, TOOLS_MAX);
        event.call().destinations().forEach(to -> putBounded("to", to.hash(), DESTINATIONS_MAX));
    }

    /** Takes note of a response. */
    public void note(ResponseObserved event) {
        event.findings()
                .forEach(finding -> putBounded("class", finding.dataClass().name(), 16));
    }

    private void noteMinute(long minute, String tool, boolean forwarded) {
        String name = String.format(Locale.ROOT, "%012d", minute) + "\u0000" + tool;
        byte[] known = state.get(prefix + "minute\u0000" + name);
        ByteBuffer counts = ByteBuffer.allocate(8);
        int calls = known == null ? 0 : ByteBuffer.wrap(known).getInt();
        int out = known == null ? 0 : ByteBuffer.wrap(known).getInt(4);
        counts.putInt(calls + 1).putInt(forwarded ? out + 1 : out);
        if (known == null && grow("minute") > MINUTES_MAX) {
            forgetMinutes();
        }
        state.put(prefix + "minute\u0000" + name, counts.array());
    }

    /** Down to three quarters, so that it is not done at every call from now on. */
    private void forgetMinutes() {
        int[] left = {MINUTES_MAX / 4};
        List<String> oldest = new ArrayList<>();
        state.scan(prefix + "minute\u0000", (key, value) -> {
            if (left[0]-- > 0) {
                oldest.add(key);
            }
        });
        oldest.forEach(state::delete);
        setSize("minute", MINUTES_MAX - oldest.size() + 1);
    }

    private void putBounded(String kind, String name, int max) {
        String key = prefix + kind + "\u0000" + name;
        if (state.get(key) != null) {
            return;
        }
        int size = grow(kind);
        if (size <= max) {
            state.put(key, PRESENT);
        } else {
            setSize(kind, max);
        }
    }

    private int grow(String kind) {
        byte[] size = state.get(prefix + "size\u0000" + kind);
        int now = (size == null ? 0 : ByteBuffer.wrap(size).getInt()) + 1;
        setSize(kind, now);
        return now;
    }

    private void setSize(String kind, int size) {
        state.put(
                prefix + "size\u0000" + kind,
                ByteBuffer.allocate(4).putInt(size).array());
    }

    private static String shortened(String name) {
        return name.length() <= TOOL_LENGTH_MAX ? name : name.substring(0, TOOL_LENGTH_MAX);
    }

    @Override
    public @Nullable String lastTool(String server) {
        byte[] tool = state.get(prefix + "last\u0000" + shortened(server));
        return tool == null ? null : new String(tool, StandardCharsets.UTF_8);
    }

    @Override
    public boolean called(Predicate<String> tool) {
        boolean[] called = {false};
        String start = prefix + "tool\u0000";
        state.scan(start, (key, value) -> called[0] |= tool.test(key.substring(start.length())));
        return called[0];
    }

    @Override
    public long count(Counted counted, Predicate<String> tool, long fromMillis, long toMillis) {
        long[] count = {0};
        String start = prefix + "minute\u0000";
        state.scan(start, (key, value) -> {
            long minute = Long.parseLong(key.substring(start.length(), start.length() + 12));
            boolean within = minute >= Math.floorDiv(fromMillis, MINUTE_MILLIS) && minute <= toMillis / MINUTE_MILLIS;
            if (within && tool.test(key.substring(start.length() + 13))) {
                count[0] += of(counted, ByteBuffer.wrap(value));
            }
        });
        return count[0];
    }

    private static int of(Counted counted, ByteBuffer counts) {
        int calls = counts.getInt(0);
        int forwarded = counts.getInt(4);
        return switch (counted) {
            case CALLS -> calls;
            case FORWARDED -> forwarded;
            case STOPPED -> calls - forwarded;
        };
    }

    @Override
    public boolean knows(String destinationHash) {
        return state.get(prefix + "to\u0000" + destinationHash) != null;
    }

    @Override
    public Set<DataClass> readClasses() {
        Set<DataClass> classes = EnumSet.noneOf(DataClass.class);
        for (DataClass dataClass : DataClass.values()) {
            if (state.get(prefix + "class\u0000" + dataClass.name()) != null) {
                classes.add(dataClass);
            }
        }
        return classes;
    }
}
