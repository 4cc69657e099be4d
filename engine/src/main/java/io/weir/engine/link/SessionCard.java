package io.weir.engine.link;

import io.weir.engine.state.ForwardingStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A state table that keeps the small entries of one session in one entry, its card: each lookup of a store on disk
 * costs as much as judging a short event, and nearly each event asks for several of them. Rules see their own keys.
 * What is too large for the card stays an entry of its own, and the card says so.
 *
 * <p>It is used for one event: {@link #store()} ends it. Entries of a session that has no card yet, because an earlier
 * version has written them, are taken into one.
 */
public final class SessionCard extends ForwardingStateTable {

    /** Key, behind the session's, of the hour of its last event. */
    static final String LAST = "\u0000last";

    /** Key, behind the session's, of what tells which of its past calls is the latest. */
    static final String PAST_RING = "\u0000past-ring";

    /** What keys of marks begin with, behind the session's. */
    public static final String PATTERN = "\u0000pattern\u0000";

    /** Bytes of one entry in a card: marks of a session can be many, and the card is written at nearly each event. */
    private static final int ENTRY_BYTES_MAX = 512;

    private static final String CARD = "\u0000card";
    private static final int VERSION = 1;
    private static final byte[] ELSEWHERE = {};

    private final String sessionKey;
    private final String cardKey;
    private @Nullable Map<String, byte[]> entries;
    private boolean changed;

    /** The card of a session. */
    public SessionCard(StateTable state, String sessionKey) {
        super(state);
        this.sessionKey = sessionKey;
        this.cardKey = cardKey(sessionKey);
    }

    /** The entry that is the card of a session. */
    static String cardKey(String sessionKey) {
        return sessionKey + CARD;
    }

    @Override
    public byte @Nullable [] get(String key) {
        if (!isSmall(key)) {
            return table.get(key);
        }
        byte[] value = entries().get(nameOf(key));
        return value == ELSEWHERE ? table.get(key) : value;
    }

    @Override
    public void put(String key, byte[] value) {
        if (!isSmall(key)) {
            table.put(key, value);
            return;
        }
        boolean fits = value.length > 0 && value.length <= ENTRY_BYTES_MAX;
        byte[] before = entries().put(nameOf(key), fits ? value : ELSEWHERE);
        changed |= fits || before != ELSEWHERE;
        if (!fits) {
            table.put(key, value);
        } else if (before == ELSEWHERE) {
            table.delete(key);
        }
    }

    @Override
    public void delete(String key) {
        if (key.equals(cardKey)) {
            entries = new TreeMap<>();
            changed = false;
        }
        byte[] before = isSmall(key) ? entries().remove(nameOf(key)) : null;
        changed |= before != null;
        if (before == null || before == ELSEWHERE) {
            table.delete(key);
        }
    }

    /** Writes the card, if anything in it has changed. */
    public void store() {
        if (entries == null || !changed) {
            return;
        }
        PackedOutput out = new PackedOutput(256).put(VERSION);
        out.putEach(
                entries.entrySet(),
                entry -> out.putText(entry.getKey())
                        .putNumber(entry.getValue().length)
                        .putAll(entry.getValue()));
        table.put(cardKey, out.toBytes());
        changed = false;
    }

    private boolean isSmall(String key) {
        if (!key.startsWith(sessionKey)) {
            return false;
        }
        int at = sessionKey.length();
        return key.startsWith(PATTERN, at) || isRest(key, at, LAST) || isRest(key, at, PAST_RING);
    }

    private static boolean isRest(String key, int at, String rest) {
        return key.length() == at + rest.length() && key.endsWith(rest);
    }

    private String nameOf(String key) {
        return key.substring(sessionKey.length());
    }

    private Map<String, byte[]> entries() {
        if (entries == null) {
            byte[] stored = table.get(cardKey);
            entries = stored == null ? withoutCard() : decode(stored);
        }
        return entries;
    }

    private static Map<String, byte[]> decode(byte[] stored) {
        PackedInput in = new PackedInput(stored);
        int version = in.get();
        if (version != VERSION) {
            throw new IllegalStateException("the card of a session has version " + version + ", this program knows "
                    + VERSION + "; start the version that wrote it, or reset the correlator's state");
        }
        Map<String, byte[]> entries = new TreeMap<>();
        in.getEach(() -> {
            String name = in.getText();
            int length = in.getInt();
            entries.put(name, length == 0 ? ELSEWHERE : in.getAll(length));
            return name;
        });
        return entries;
    }

    /** What an earlier version has kept by itself: each of its sessions has the hour of its last event. */
    private Map<String, byte[]> withoutCard() {
        Map<String, byte[]> found = new TreeMap<>();
        if (table.get(sessionKey + LAST) == null) {
            return found;
        }
        for (String rest : new String[] {LAST, PAST_RING}) {
            byte[] value = table.get(sessionKey + rest);
            if (value != null) {
                found.put(rest, value);
            }
        }
        table.scan(sessionKey + PATTERN, (key, value) -> found.put(nameOf(key), value));
        found.forEach((name, value) -> {
            if (value.length <= ENTRY_BYTES_MAX) {
                table.delete(sessionKey + name);
            }
        });
        found.replaceAll((name, value) -> value.length <= ENTRY_BYTES_MAX ? value : ELSEWHERE);
        changed = true;
        return found;
    }
}
