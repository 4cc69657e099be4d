package io.weir.engine.policy.memory;

import io.weir.schemas.word.DataClass;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a session did before a call. For one thread. */
public interface SessionPast {

    /** A session of which nothing is known yet. */
    SessionPast EMPTY = new SessionPast() {

        @Override
        public @Nullable String lastTool(String server) {
            return null;
        }

        @Override
        public boolean called(Predicate<String> tool) {
            return false;
        }

        @Override
        public long count(Counted counted, Predicate<String> tool, long fromMillis, long toMillis) {
            return 0;
        }

        @Override
        public boolean knows(String destinationHash) {
            return false;
        }

        @Override
        public Set<DataClass> readClasses() {
            return Set.of();
        }
    };

    /** What can be counted. */
    enum Counted {
        /** Calls, whatever became of them. */
        CALLS,
        /** Calls that went out, redacted or not. */
        FORWARDED,
        /** Calls that were denied or held. */
        STOPPED
    }

    /** The tool called last that went out, on one server, or on any where {@code server} is empty; null for none. */
    @Nullable
    String lastTool(String server);

    /** Whether a tool was called before and went out. */
    boolean called(Predicate<String> tool);

    /** Number of calls of these tools in a span of event time, to the minute. */
    long count(Counted counted, Predicate<String> tool, long fromMillis, long toMillis);

    /** Whether the session sent something to this destination before. */
    boolean knows(String destinationHash);

    /** Kinds of sensitive data that the session has read. */
    Set<DataClass> readClasses();
}
