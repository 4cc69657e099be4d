package io.weir.engine.audit;

import io.weir.schemas.event.AuditEntry;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Changes to entries that an attacker could make. */
final class Tampering {

    private Tampering() {}

    static int components() {
        return AuditEntry.class.getRecordComponents().length;
    }

    /** The entry with one component changed, its hash left as it was. */
    static AuditEntry changed(AuditEntry entry, int component) {
        return with(entry, component, other(value(entry, component)));
    }

    /** The entry with one component set. */
    static AuditEntry with(AuditEntry entry, String component, Object value) {
        RecordComponent[] all = AuditEntry.class.getRecordComponents();
        for (int index = 0; index < all.length; index++) {
            if (all[index].getName().equals(component)) {
                return with(entry, index, value);
            }
        }
        throw new IllegalArgumentException(component);
    }

    /** The entry with the hash that fits its content: what an attacker who knows the format would write. */
    static AuditEntry resealed(AuditEntry entry) {
        return with(entry, "hash", AuditChain.hashOf(entry));
    }

    private static AuditEntry with(AuditEntry entry, int component, Object value) {
        try {
            Object[] values = new Object[components()];
            for (int index = 0; index < values.length; index++) {
                values[index] = index == component ? value : value(entry, index);
            }
            return constructor().newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Constructor<AuditEntry> constructor() throws NoSuchMethodException {
        return AuditEntry.class.getConstructor(Arrays.stream(AuditEntry.class.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
    }

    private static Object value(AuditEntry entry, int component) {
        try {
            return AuditEntry.class
                    .getRecordComponents()[component]
                    .getAccessor()
                    .invoke(entry);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object other(Object value) {
        if (value instanceof Long number) {
            return number + 1;
        }
        return value instanceof Integer number ? (Object) (number + 1) : value + "x";
    }
}
