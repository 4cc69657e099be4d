package io.weir.launcher.canary;

import io.weir.engine.canary.CanaryKey;
import io.weir.engine.canary.CanaryKind;
import io.weir.engine.canary.CanaryMint;
import io.weir.engine.fingerprint.FingerprintKeys;
import io.weir.launcher.ExitCode;
import io.weir.launcher.config.DataOptions;
import io.weir.launcher.config.FingerprintConfig;
import io.weir.launcher.config.MasterKey;
import io.weir.launcher.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir canary mint}: makes one canary, prints it once and adds it to the list. */
@Command(
        name = "mint",
        mixinStandardHelpOptions = true,
        header = "Make a canary token.",
        description = {
            "Prints a value that looks like a real one. Put it where nobody has business to look; a call that carries it "
                    + "to the outside is denied.",
            "Every node with the same fingerprint key knows it without any list. canaries.jsonl in the data directory "
                    + "keeps label, kind, time and keyed hash, never the value."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir canary mint --kind aws-key --label 'deploy host, ~/.aws/credentials'",
            "  weir canary mint --kind email --domain mail.example.com --tenant acme"
        })
public final class CanaryMintCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "api-key",
            description = "aws-key, api-key, password, email, card or text; default: ${DEFAULT-VALUE}")
    private String kind = "api-key";

    @Option(names = "--label", paramLabel = "TEXT", defaultValue = "", description = "Where it is put, for people.")
    private String label = "";

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Tenant whose canary it is; default: ${DEFAULT-VALUE}")
    private String tenant = "default";

    @Option(
            names = "--domain",
            paramLabel = "HOST",
            defaultValue = "mail.example",
            description = "Domain of a mail address; default: ${DEFAULT-VALUE}")
    private String domain = "mail.example";

    @Mixin
    private final DataOptions options = new DataOptions();

    @Override
    public Integer call() throws IOException {
        CanaryKind form = kind();
        FingerprintConfig settings = options.settings().read(Settings.SECTIONS).get(FingerprintConfig.SECTION);
        Path folder = options.data().toAbsolutePath().normalize();
        byte[] master = MasterKey.of(settings, folder);
        byte[] entropy = new byte[CanaryMint.ENTROPY_BYTES];
        new SecureRandom().nextBytes(entropy);
        String canary = CanaryMint.mint(CanaryKey.derive(master, tenant), form, entropy, domain);
        String hash = new FingerprintKeys(master).of(tenant).hash(form.valueKind(), canary);
        CanaryRegister register = new CanaryRegister(folder);
        register.add(new CanaryRegister.Entry(tenant, word(form), label, hash, System.currentTimeMillis()));
        print(canary, hash, register);
        return ExitCode.OK;
    }

    private CanaryKind kind() {
        return Arrays.stream(CanaryKind.values())
                .filter(known -> word(known).equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no canary is of the kind '" + kind + "'; known: "
                        + Arrays.stream(CanaryKind.values())
                                .map(CanaryMintCommand::word)
                                .collect(Collectors.joining(", "))));
    }

    private static String word(CanaryKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void print(String canary, String hash, CanaryRegister register) {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        command.getOut().println(canary);
        command.getOut().flush();
        command.getErr().println("added to " + register.file() + " with hash " + hash);
        command.getErr().flush();
    }
}
