package io.weir.engine.command;

/** What a program does with data; {@code programs.properties} lists the programs. */
enum ProgramRole {
    /** Runs the command that its other words make. */
    WRAPPER,
    /** Runs the text of an argument as a command. */
    SHELL,
    /** Puts out the files that its operands name. */
    READER,
    /** The same, but its first operand is an expression. */
    FILTER,
    /** Puts out what it knows of the machine or of a database. */
    DUMP,
    /** Sends to a web address what its options name. */
    WEB,
    /** Sends its input to the host that it is given. */
    PIPE,
    /** Copies operands to the last one. */
    COPY,
    /** Sends its input to mailboxes. */
    MAIL,
    /** Asks for a name, which whoever owns its domain sees. */
    NAME,
    /** Sends the history of files to another repository. */
    REPOSITORY
}
