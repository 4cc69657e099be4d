package io.weir.messaging;

import io.weir.schemas.event.Taint;

/** Who hears what was read on any node. Called by one thread. */
@FunctionalInterface
public interface TaintListener {

    /** A taint, in the order of its partition; after a restart those of the window once more. */
    void hear(Taint taint);
}
