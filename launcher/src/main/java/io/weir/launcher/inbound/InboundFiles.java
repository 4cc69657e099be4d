package io.weir.launcher.inbound;

import io.weir.edge.inbound.CredentialFile;
import io.weir.edge.inbound.InboundConfig;
import io.weir.launcher.config.DataOptions;
import io.weir.launcher.config.Settings;
import picocli.CommandLine.Mixin;

/** Where a command finds the stored credentials: where the gateway with the same settings does. */
final class InboundFiles {

    @Mixin
    private final DataOptions options = new DataOptions();

    CredentialFile credentials() {
        return options.settings()
                .read(Settings.SECTIONS)
                .get(InboundConfig.SECTION)
                .withData(options.data())
                .credentialFile();
    }
}
