package io.weir.launcher.audit;

import picocli.CommandLine.Command;

/** {@code weir audit}: the audit log. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        header = "Look after the audit log.",
        subcommands = AuditVerifyCommand.class)
public final class AuditCommand {}
