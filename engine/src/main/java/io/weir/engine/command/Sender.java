package io.weir.engine.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one command that may send something. */
final class Sender {

    private static final Pattern HOST =
            Pattern.compile("(?i)[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8}|\\[[0-9a-f:]{2,45}]");
    private static final Pattern SOCKET = Pattern.compile(
            "(?i)(?:tcp|udp|openssl|ssl)[46]?(?:-connect)?:([^:,]{1,255}):.{0,80}|([^:/]{1,255}):\\d{1,5}");
    private static final Pattern DEVICE = Pattern.compile("/dev/(?:tcp|udp)/([^/]{1,255})/\\d{1,5}");
    private static final Pattern REMOTE = Pattern.compile(
            "(?:[^\\s@:/]{1,64}@)?([^\\s@:/\\\\]{2,255}):(?!//).{0,1000}|(?:rsync|sftp|s3|gs|az|https?)://([^/\\s]{1,255}).{0,1000}");
    private static final Pattern MAILBOX = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,255}");

    private Sender() {}

    /** What a command sends, given what comes into it. */
    static Optional<Transfer> of(SimpleCommand command, Inflow inflow, Map<String, String> remotes) {
        Optional<Transfer> device = device(command, inflow);
        if (device.isPresent()) {
            return device;
        }
        if (CommandReader.is(command, ProgramRole.WEB)) {
            return WebRequest.of(command, inflow);
        }
        if (CommandReader.is(command, ProgramRole.COPY)) {
            return copy(command);
        }
        if (CommandReader.is(command, ProgramRole.MAIL)) {
            return found(command, MAILBOX, inflow.with(attachments(command), true));
        }
        if (CommandReader.is(command, ProgramRole.NAME)) {
            return name(command, inflow);
        }
        if (CommandReader.is(command, ProgramRole.PIPE)) {
            return pipe(command, inflow);
        }
        return RepositoryPush.of(command, remotes);
    }

    private static Optional<Transfer> device(SimpleCommand command, Inflow inflow) {
        List<String> sources = inflow.with(command.operands(), true);
        return command.outputs().stream()
                .map(DEVICE::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(matcher -> new Transfer(matcher.group(1), sources));
    }

    private static Optional<Transfer> pipe(SimpleCommand command, Inflow inflow) {
        List<String> sources = inflow.with(List.of(), true);
        for (String operand : sources.isEmpty() ? List.<String>of() : command.operands()) {
            Matcher socket = SOCKET.matcher(operand);
            if (socket.matches()) {
                return Optional.of(new Transfer(socket.group(1) == null ? socket.group(2) : socket.group(1), sources));
            }
            String host = operand.substring(operand.indexOf('@') + 1);
            if (HOST.matcher(host).matches()) {
                return Optional.of(new Transfer(host, sources));
            }
        }
        return Optional.empty();
    }

    /** The last place is where to; one elsewhere before it is fetched from. */
    private static Optional<Transfer> copy(SimpleCommand command) {
        List<String> places = command.operands().stream()
                .filter(operand -> operand.matches(".*[./:~\\\\].*"))
                .toList();
        if (places.size() < 2) {
            return Optional.empty();
        }
        Matcher to = REMOTE.matcher(places.get(places.size() - 1));
        List<String> from = places.subList(0, places.size() - 1);
        boolean fetched = from.stream().anyMatch(place -> REMOTE.matcher(place).matches());
        return to.matches() && !fetched
                ? Optional.of(new Transfer(to.group(1) == null ? to.group(2) : to.group(1), from))
                : Optional.empty();
    }

    private static List<String> attachments(SimpleCommand command) {
        List<String> words = command.words();
        int attached = Math.max(words.indexOf("-a"), words.indexOf("--attach"));
        return attached > 0 && attached + 1 < words.size() ? List.of(words.get(attached + 1)) : List.of();
    }

    /** A name into which something was put. */
    private static Optional<Transfer> name(SimpleCommand command, Inflow inflow) {
        List<String> sources = inflow.with(List.of(), false);
        return command.operands().stream()
                .map(operand -> operand.replaceFirst("^[.]+", ""))
                .filter(operand -> !sources.isEmpty() && HOST.matcher(operand).matches())
                .findFirst()
                .map(host -> new Transfer(host, sources));
    }

    private static Optional<Transfer> found(SimpleCommand command, Pattern target, List<String> sources) {
        return command.operands().stream()
                .filter(operand -> target.matcher(operand).matches())
                .findFirst()
                .map(operand -> new Transfer(operand, sources));
    }
}
