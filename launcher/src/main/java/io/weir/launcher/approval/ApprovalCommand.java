package io.weir.launcher.approval;

import picocli.CommandLine.Command;

/** {@code weir approval}: held calls, and what people decide about them. */
@Command(
        name = "approval",
        mixinStandardHelpOptions = true,
        header = "See held calls and decide on them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ApprovalListCommand.class,
            ApprovalShowCommand.class,
            ApprovalApproveCommand.class,
            ApprovalDenyCommand.class,
            ApprovalDeferCommand.class,
            ApprovalNoteCommand.class
        })
public final class ApprovalCommand {}
