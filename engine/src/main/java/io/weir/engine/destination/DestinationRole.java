package io.weir.engine.destination;

/** What a member name says about the place that its value names. */
enum DestinationRole {
    /** A person or a mailbox. */
    ADDRESS,
    /** A web address or host. */
    URL,
    /** A channel or room. */
    CHANNEL,
    /** An account that money goes to. */
    ACCOUNT,
    /** A place inside the tool's own system: a repository, a project. */
    PLACE,
    /** A command, which may say in its words where it sends something. */
    COMMAND,
    /** What is said or looked for, which names no place even where it looks like one. */
    CONTENT;

    /** Whether the value itself is what the call is addressed to. */
    boolean isAddressed() {
        return this == ADDRESS || this == URL || this == CHANNEL || this == ACCOUNT;
    }

    /** Whether the value names a place, be it inside the tool's own system. */
    boolean isPlace() {
        return isAddressed() || this == PLACE;
    }
}
