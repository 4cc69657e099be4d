package io.weir.messaging;

import io.weir.platform.health.Health;
import io.weir.schemas.event.AlertRaised;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The alerts that the correlator raises. Of all nodes that follow, one gets each alert; after a failure perhaps twice.
 */
public interface AlertFeed {

    /** No correlator is listened to. */
    AlertFeed NONE = new AlertFeed() {

        @Override
        public void follow(Function<AlertRaised, CompletionStage<?>> listener) {
            // There is nothing to hear.
        }

        @Override
        public Health health() {
            return Health.UP;
        }
    };

    /**
     * Tells a listener each alert that no node has taken yet. May be called once.
     *
     * @param listener must not throw; an alert counts as taken when what it returns has completed
     */
    void follow(Function<AlertRaised, CompletionStage<?>> listener);

    /** Down while alerts do not come in. */
    Health health();
}
