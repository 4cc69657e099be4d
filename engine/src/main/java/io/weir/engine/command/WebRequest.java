package io.weir.engine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a program for web requests uploads. A request that only fetches is no transfer. */
final class WebRequest {

    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|www\\.)\\S{3,4000}");
    private static final Pattern BARE_ADDRESS =
            Pattern.compile("(?i)[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8}(?:[:/]\\S{0,2000})?");

    /** An option that carries a body, and its value where that is written together. */
    private static final Pattern BODY = Pattern.compile(
            "(?:--(?:data(?:-raw|-binary|-ascii|-urlencode)?|json|form|form-string|upload-file|post-file|post-data|body-file|body-data)|-[dFT])=?(.{0,8000})",
            Pattern.DOTALL);
    /** The same of programs that write options with one sign and in any case of letters. */
    private static final Pattern WORDY_BODY = Pattern.compile("(?i)-(?:infile|body|form)");

    private static final Pattern FILE_OPTION =
            Pattern.compile("--(?:upload-file|post-file|body-file)(?:=.{0,1000})?|-T.{0,1000}|-(?i:infile)");

    /** A part that is the content of a file: {@code @notes.md}, {@code name=@notes.md}, {@code name@notes.md}. */
    private static final Pattern FILE_PART =
            Pattern.compile("(?:[^@<=]{0,100}=)?[@<]([^;]{1,1000}).{0,200}|\\w{1,60}@([^;@]{1,1000})");

    private static final Set<String> VALUED = Set.of(
            "-X",
            "-H",
            "-o",
            "-u",
            "-A",
            "-e",
            "-b",
            "-c",
            "-m",
            "-x",
            "-O",
            "--header",
            "--request",
            "--output",
            "--user",
            "--cookie",
            "--max-time",
            "--proxy",
            "--cacert",
            "--cert",
            "--key",
            "--method");

    private final SimpleCommand command;
    private final List<String> files = new ArrayList<>();
    private boolean sends;
    private boolean takesInput;

    private WebRequest(SimpleCommand command) {
        this.command = command;
    }

    static Optional<Transfer> of(SimpleCommand command, Inflow inflow) {
        WebRequest request = new WebRequest(command);
        request.readBodies();
        Optional<String> address = request.address();
        List<String> sources = inflow.with(request.files, request.takesInput);
        return address.filter(to -> request.sends || !sources.isEmpty()).map(to -> new Transfer(to, sources));
    }

    private void readBodies() {
        List<String> words = command.arguments();
        for (int i = 0; i < words.size(); i++) {
            Matcher body = BODY.matcher(words.get(i));
            boolean wordy = WORDY_BODY.matcher(words.get(i)).matches();
            if (wordy || body.matches()) {
                sends = true;
                String together = wordy ? "" : body.group(1);
                String next = i + 1 < words.size() ? words.get(i + 1) : "";
                add(words.get(i), together.isEmpty() ? next : together);
            }
        }
    }

    private void add(String option, String value) {
        Matcher part = FILE_PART.matcher(value);
        String name = "";
        if (FILE_OPTION.matcher(option).matches()) {
            name = value;
        } else if (part.matches()) {
            name = part.group(1) == null ? part.group(2) : part.group(1);
        }
        if (name.equals("-") || name.equals(".")) {
            takesInput = true;
        } else if (!name.isEmpty()) {
            files.add(name);
        }
    }

    private Optional<String> address() {
        List<String> words = command.arguments();
        Optional<String> full = words.stream()
                .map(word -> word.replaceFirst("^--url=", ""))
                .filter(word -> ADDRESS.matcher(word).matches())
                .findFirst();
        if (full.isPresent()) {
            return full;
        }
        for (int i = words.size() - 1; i >= 0; i--) {
            boolean value = i > 0 && takesNext(words.get(i - 1));
            if (!value && BARE_ADDRESS.matcher(words.get(i)).matches()) {
                return Optional.of(words.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean takesNext(String option) {
        Matcher body = BODY.matcher(option);
        return VALUED.contains(option) || (body.matches() && body.group(1).isEmpty());
    }
}
