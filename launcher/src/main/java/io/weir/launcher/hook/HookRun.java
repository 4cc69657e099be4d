package io.weir.launcher.hook;

import io.weir.client.ScanClientConfig;
import io.weir.edge.hook.Hook;
import io.weir.edge.hook.HookConfig;
import io.weir.edge.hook.HookReply;
import io.weir.platform.config.Config;
import io.weir.platform.config.ConfigException;
import io.weir.platform.config.ConfigSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One run of a hook, from standard input to an exit code. Whatever goes wrong, the tool does not run. */
final class HookRun {

    private static final int INPUT_BYTES_MAX = 17 << 20;

    private HookRun() {}

    static int run(String host, InputStream in, PrintStream out, PrintStream err) {
        HookReply reply = reply(host, in);
        write(out, reply.out());
        write(err, reply.err());
        return reply.exitCode();
    }

    private static HookReply reply(String host, InputStream in) {
        byte[] input = {};
        try {
            input = in.readNBytes(INPUT_BYTES_MAX);
            Config config = settings(System.getenv());
            Path memory = Path.of(System.getProperty("user.home"), ".cache", "weir", "hook");
            return Hook.of(host, config.get(HookConfig.SECTION), config.get(ScanClientConfig.SECTION), memory)
                    .run(input);
        } catch (ConfigException | IOException e) {
            return Hook.broken(host, input, "The hook cannot work: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Hook.broken(host, input, "The hook was interrupted.");
        } catch (IllegalStateException | UnsupportedOperationException e) {
            return Hook.broken(host, input, "The hook failed: " + e.getClass().getSimpleName() + ".");
        }
    }

    /** Only what a hook needs: reading all settings of Weir would cost a third of its time. */
    private static Config settings(Map<String, String> environment) {
        Map<String, String> own = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith("WEIR_HOOK_") || name.startsWith("WEIR_SCAN_CLIENT_")) {
                own.put(name, value);
            }
        });
        putIfAbsent(own, "WEIR_SCAN_CLIENT_API_KEY", environment.get("INTERVEN_API_KEY"));
        putIfAbsent(own, "WEIR_SCAN_CLIENT_URL", environment.get("INTERVEN_GATEWAY_URL"));
        return ConfigSource.empty().withEnvironment(own).read(List.of(ScanClientConfig.SECTION, HookConfig.SECTION));
    }

    private static void putIfAbsent(Map<String, String> own, String name, @Nullable String value) {
        if (value != null) {
            own.putIfAbsent(name, value);
        }
    }

    private static void write(PrintStream stream, String text) {
        stream.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }
}
