package io.weir.edge.hook;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The language of one kind of host. Implementations are stateless. */
interface HookHost {

    /**
     * The event in what the host wrote to standard input.
     *
     * @throws IllegalArgumentException if it is not what such a host writes, with the reason in the message
     */
    HookEvent event(Map<?, ?> input);

    /** Whether the host can put redacted arguments to its user before the tool runs with them. */
    boolean canAsk();

    /** Whether the host runs a tool with other arguments than those it told us. */
    boolean canRewrite();

    /** What is said before a tool runs. */
    HookReply before(HookRuling ruling);

    /** What is said of an input that cannot be read, so that nobody knows whether a tool has run. */
    default HookReply unreadable(String input, String reason) {
        return before(HookRuling.block(reason, null));
    }

    /** What is said after it has run. */
    HookReply after(ResultRuling ruling);

    /** The text of a member, or null. */
    static @Nullable String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text && !text.isEmpty() ? text : null;
    }

    /**
     * The text of a member.
     *
     * @throws IllegalArgumentException if there is none
     */
    static String required(Map<?, ?> members, String name) {
        String text = text(members, name);
        if (text == null) {
            throw new IllegalArgumentException("the member " + name + " is missing or no text");
        }
        return text;
    }
}
