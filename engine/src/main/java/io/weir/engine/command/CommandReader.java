package io.weir.engine.command;

import io.weir.engine.words.WordLists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads from a command what it sends where: a file that a program uploads, the output of one program that another one
 * sends on. What a program fetches is no transfer, nor is what stays on the machine. Pure; scripts in programming
 * languages are not read.
 */
public final class CommandReader {

    private static final int TRANSFERS_MAX = 16;
    private static final int DEPTH_MAX = 3;

    /** Commands of one pipeline that are looked at. */
    private static final int PIPELINE_MAX = 32;

    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w{0,60}=.{0,400}");
    private static final Map<String, Set<ProgramRole>> ROLES =
            WordLists.read(CommandReader.class, "programs.properties", ProgramRole.class);

    private CommandReader() {}

    /** What a command sends, in its order, at most 16; empty for a text that is none. */
    public static List<Transfer> read(String text) {
        List<Transfer> transfers = new ArrayList<>();
        Map<String, String> remotes = new LinkedHashMap<>();
        for (List<SimpleCommand> pipeline : unwrapped(text, 0)) {
            pipeline.forEach(command -> RepositoryPush.noteRemotes(command, remotes));
            for (int i = 0; i < Math.min(PIPELINE_MAX, pipeline.size()); i++) {
                Sender.of(pipeline.get(i), inflow(pipeline, i), remotes).ifPresent(transfers::add);
            }
        }
        return List.copyOf(transfers.subList(0, Math.min(TRANSFERS_MAX, transfers.size())));
    }

    static boolean is(SimpleCommand command, ProgramRole role) {
        return has(command.program(), role);
    }

    private static boolean has(String program, ProgramRole role) {
        return ROLES.getOrDefault(program, Set.of()).contains(role);
    }

    /** The pipelines of a text, with those that it hands to a shell. */
    private static List<List<SimpleCommand>> unwrapped(String text, int depth) {
        List<List<SimpleCommand>> all = new ArrayList<>();
        for (List<SimpleCommand> pipeline : ShellSyntax.pipelines(text)) {
            List<SimpleCommand> plain =
                    pipeline.stream().map(CommandReader::plain).toList();
            all.add(plain);
            for (SimpleCommand command : plain) {
                int script = command.words().indexOf("-c") + 1;
                if (is(command, ProgramRole.SHELL)
                        && script > 0
                        && script < command.words().size()
                        && depth < DEPTH_MAX) {
                    all.addAll(unwrapped(command.words().get(script), depth + 1));
                }
            }
        }
        return all;
    }

    /** A command without assignments and without the words of a program that only runs it. */
    private static SimpleCommand plain(SimpleCommand command) {
        int before = 0;
        while (before + 1 < command.words().size() && isBefore(command.words().get(before))) {
            before++;
        }
        return before == 0 ? command : command.without(before);
    }

    private static boolean isBefore(String word) {
        return has(SimpleCommand.program(word), ProgramRole.WRAPPER)
                || ASSIGNMENT.matcher(word).matches();
    }

    /** What comes into a command: through the pipe and from files, and what is put into its words. */
    private static Inflow inflow(List<SimpleCommand> pipeline, int position) {
        Set<String> piped = new LinkedHashSet<>(pipeline.get(position).inputs());
        Set<String> inner = new LinkedHashSet<>();
        for (SimpleCommand before : pipeline.subList(0, position)) {
            (before.inner() ? inner : piped).addAll(output(before));
        }
        return new Inflow(piped, inner);
    }

    private static List<String> output(SimpleCommand command) {
        List<String> output = new ArrayList<>(command.inputs());
        if (is(command, ProgramRole.READER)) {
            output.addAll(files(command.operands()));
        } else if (is(command, ProgramRole.FILTER)) {
            output.addAll(files(command.operands().stream().skip(1).toList()));
        } else if (is(command, ProgramRole.DUMP)) {
            output.add(command.program());
        }
        return output;
    }

    private static List<String> files(List<String> operands) {
        return operands.stream()
                .filter(operand -> operand.indexOf('/') >= 0 || operand.indexOf('.') >= 0 || operand.indexOf('~') >= 0)
                .toList();
    }
}
