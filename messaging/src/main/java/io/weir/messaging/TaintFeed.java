package io.weir.messaging;

import io.weir.platform.health.Health;
import java.time.Duration;

/** What all nodes tell about what was read. */
public interface TaintFeed {

    /**
     * Tells a listener everything of the window, then all that follows, until the feed is closed. May be called once.
     */
    void follow(TaintListener listener);

    /**
     * Waits until the listener has heard what there was when {@link #follow} was called.
     *
     * @return whether it has
     */
    boolean awaitCaughtUp(Duration waitMax);

    /**
     * Up once the listener has heard what there was when {@link #follow} was called, and while it hears what follows.
     */
    Health health();
}
