package io.weir.messaging;

import org.jspecify.annotations.Nullable;

/** An event was not stored. The message holds nothing of the event. */
public final class PublishFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why an event was not stored. */
    public enum Reason {
        /** The other side did not acknowledge in time. The event may be stored all the same. */
        TIMEOUT("Check that Kafka is up and reachable."),
        /** More waits to be sent than the buffer holds. */
        BUFFER_FULL("Send less at once, or find out why Kafka is slow."),
        /** The event is larger than a record may be. */
        TOO_LARGE("Lower the body limit of the scan API."),
        /** The publisher is closed. */
        CLOSED("Nothing to do: the service is stopping."),
        /** Kafka refused the event. */
        REFUSED("Check topic, authorization and the broker's log.");

        private final String fix;

        Reason(String fix) {
            this.fix = fix;
        }
    }

    /** A failure with what was tried, for example {@code topic weir.calls.v1}. */
    public PublishFailed(Reason reason, String where, @Nullable Throwable cause) {
        super("Event not stored: " + reason + " at " + where + ". " + reason.fix, cause);
        this.reason = reason;
    }

    /** Why the event was not stored. */
    public Reason reason() {
        return reason;
    }
}
