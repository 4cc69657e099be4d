package io.weir.engine.scan;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/** Memories that wait for their next scan. Safe to share; holds at most 64 of them. */
final class MemoryPool {

    private static final int KEPT_MAX = 64;

    private final ArrayBlockingQueue<ScanMemory> idle = new ArrayBlockingQueue<>(KEPT_MAX);
    private final Supplier<ScanMemory> maker;

    MemoryPool(Supplier<ScanMemory> maker) {
        this.maker = maker;
    }

    ScanMemory take() {
        ScanMemory memory = idle.poll();
        return memory == null ? maker.get() : memory;
    }

    /** Keeps a memory for the next scan, or lets it go where there are enough. */
    void giveBack(ScanMemory memory) {
        if (!idle.offer(memory)) {
            memory.clear();
        }
    }
}
