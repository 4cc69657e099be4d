package io.weir.engine.link;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Forms that keep the things themselves, and their number in the table. */
final class KeptForms {

    private final List<Object> kept = new ArrayList<>();

    private KeptForms() {}

    static Forms inMemory() {
        return new Forms(inMemoryForm(), inMemoryForm());
    }

    static <T> Form<T> inMemoryForm() {
        KeptForms forms = new KeptForms();
        return new Form<>(forms::keep, forms::kept);
    }

    private byte[] keep(Object value) {
        int at = kept.indexOf(value);
        if (at < 0) {
            at = kept.size();
            kept.add(value);
        }
        return ByteBuffer.allocate(Integer.BYTES).putInt(at).array();
    }

    @SuppressWarnings("unchecked")
    private <T> T kept(byte[] number) {
        return (T) kept.get(ByteBuffer.wrap(number).getInt());
    }
}
