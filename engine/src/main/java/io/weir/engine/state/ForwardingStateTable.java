package io.weir.engine.state;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A state table before another one, which does what the other does unless it says otherwise. */
public abstract class ForwardingStateTable implements StateTable {

    /** The table behind this one. */
    protected final StateTable table;

    /** A table before this one. */
    protected ForwardingStateTable(StateTable table) {
        this.table = table;
    }

    @Override
    public byte @Nullable [] get(String key) {
        return table.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        table.put(key, value);
    }

    @Override
    public void delete(String key) {
        table.delete(key);
    }

    @Override
    public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
        table.scan(prefix, visitor);
    }

    @Override
    public <T> T derived(String prefix, Class<T> type, Supplier<T> rebuild) {
        return table.derived(prefix, type, rebuild);
    }

    @Override
    public void dropDerived(String prefix) {
        table.dropDerived(prefix);
    }

    @Override
    public List<String> keys(String prefix, int max) {
        return table.keys(prefix, max);
    }
}
