package io.weir.engine.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A push to a repository that the command itself names; what a remote was set to before says who set it up. */
final class RepositoryPush {

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?|ssh|git)://(?:[^@/\\s]{1,100}@)?([^/:\\s]{1,255}).{0,1000}|(?:[^\\s@:/]{1,64}@)([^\\s@:/]{1,255}):.{0,1000}");

    private RepositoryPush() {}

    /** Takes note of a name that the same text gives to an address. */
    static void noteRemotes(SimpleCommand command, Map<String, String> remotes) {
        List<String> operands = command.operands();
        boolean names = CommandReader.is(command, ProgramRole.REPOSITORY)
                && operands.size() >= 4
                && operands.get(0).equals("remote")
                && (operands.get(1).equals("add") || operands.get(1).equals("set-url"));
        if (names) {
            remotes.put(operands.get(2), operands.get(3));
        }
    }

    static Optional<Transfer> of(SimpleCommand command, Map<String, String> remotes) {
        List<String> operands = command.operands();
        int push = operands.indexOf("push");
        if (!CommandReader.is(command, ProgramRole.REPOSITORY) || push < 0 || push + 1 >= operands.size()) {
            return Optional.empty();
        }
        String to = operands.get(push + 1);
        Matcher address = ADDRESS.matcher(remotes.getOrDefault(to, to));
        return address.matches()
                ? Optional.of(new Transfer(
                        address.group(1) == null ? address.group(2) : address.group(1), List.of("repository")))
                : Optional.empty();
    }
}
