package io.weir.messaging;

import io.weir.schemas.event.Taint;

/** Where a scan API node tells the others what was read. Safe to share between threads. */
public interface TaintPublisher {

    /** Sends a taint to all nodes, this one included. It neither waits nor throws; what cannot be sent is counted. */
    void publish(Taint taint);
}
