package io.weir.launcher;

/** What every command returns to the shell. */
public final class ExitCode {

    /** All is well. */
    public static final int OK = 0;

    /** Something was found, or a check failed. */
    public static final int FINDINGS = 1;

    /** Wrong usage, or input or configuration that cannot be read. */
    public static final int USAGE = 2;

    /** Only warnings, where these are to count. */
    public static final int WARNINGS = 3;

    /** Kafka, an upstream or another thing that the command needs cannot be reached or started. */
    public static final int UNREACHABLE = 4;

    private ExitCode() {}
}
