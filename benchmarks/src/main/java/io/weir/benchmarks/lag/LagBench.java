package io.weir.benchmarks.lag;

import io.weir.client.ScanFailure;
import io.weir.launcher.stack.Assembly;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.platform.config.ConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir bench lag}: two scan APIs, a broker and agents at work, all in one process. */
@Command(
        name = "lag",
        mixinStandardHelpOptions = true,
        description = "Measures the time from a response on one scan node to a stopped write on another, under load.")
public final class LagBench implements Callable<Integer> {

    private static final String KEY = "00112233445566778899aabbccddeeff";

    @Option(
            names = "--rate",
            split = ",",
            description = "Events per second of the agents at work, one or several after the other; default: "
                    + "${DEFAULT-VALUE}.")
    private List<Double> ratesPerSecond = List.of(1_000.0);

    @Option(names = "--seconds", description = "How long to measure each rate; default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    @Option(names = "--warm-up", description = "Seconds of warm-up before that; default: ${DEFAULT-VALUE}.")
    private int warmUpSeconds = 120;

    @Option(names = "--units", description = "Length of the texts that are read and sent; default: ${DEFAULT-VALUE}.")
    private int bodyUnits = 1_024;

    @Option(names = "--probes", description = "Probes per second; default: ${DEFAULT-VALUE}.")
    private int probesPerSecond = 10;

    @Override
    public Integer call() throws IOException, ScanFailure, InterruptedException {
        Path folder = Files.createTempDirectory("weir-lag");
        try (Assembly first = Assembly.of(settings("first"), folder.resolve("first"))) {
            KafkaConnection kafka = first.startKafka();
            ConfigSource source = settings("second").withOption("kafka.bootstrap", kafka.bootstrap(), "bench");
            try (Assembly second = Assembly.of(source, folder.resolve("second"))) {
                return measure(Node.of(first.startScanApi(kafka)), Node.of(second.startScanApi(second.connectKafka())));
            }
        }
    }

    private static ConfigSource settings(String environment) {
        return ConfigSource.empty()
                .withOption("fingerprint.key", KEY, "bench")
                .withOption("scan_api.port", "0", "bench")
                .withOption("scan_api.environment", environment, "bench");
    }

    private int measure(Node first, Node second) throws ScanFailure, InterruptedException {
        Probing probing = new Probing(first, second, probesPerSecond);
        Stage stage = new Stage(first, second, probing, bodyUnits);
        stage.warmUp(warmUpSeconds);
        boolean met = true;
        LagTable table = new LagTable(System.out);
        for (double rate : ratesPerSecond) {
            met &= table.print(stage.run(rate, seconds));
        }
        return met ? 0 : 1;
    }
}
