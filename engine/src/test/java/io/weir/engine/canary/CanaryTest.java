package io.weir.engine.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Detections;
import io.weir.engine.detect.Detector;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CanaryTest {

    private static final byte[] MASTER = "a master key for tests".getBytes(StandardCharsets.US_ASCII);
    private static final CanaryKey KEY = CanaryKey.derive(MASTER, "acme");
    private static final CanaryKey OTHER = CanaryKey.derive(MASTER, "other");
    private static final int MINTED = 200;
    private static final int TOKENS = 20_000;
    private static final List<String> CONTAINERS = List.of(
            "%s",
            " %s ",
            "key=%s",
            "'%s'",
            "the key is %s.",
            "a,%s,b",
            "<t>%s</t>",
            "\u00e9%s\u540d",
            "x: \"%s\"\n",
            "4/%s/4");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @ParameterizedTest
    @EnumSource
    void knowsWhatWasMintedWhereverItStands(CanaryKind kind) {
        CanaryFinder finder = new CanaryFinder(KEY);
        for (int i = 0; i < MINTED; i++) {
            String canary = mint(KEY, kind);
            String container = CONTAINERS.get(random.nextInt(CONTAINERS.size()));
            String text = container.formatted(canary);

            assertThat(finder.find(text))
                    .as("seed %d", seed)
                    .containsExactly(new Canary(kind, text.indexOf(canary), text.indexOf(canary) + canary.length()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotKnowWhatNobodyMinted(CanaryKind kind) {
        CanaryFinder finder = new CanaryFinder(KEY);
        for (int i = 0; i < TOKENS; i++) {
            assertThat(finder.find(mint(OTHER, kind))).as("seed %d", seed).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotKnowACanaryWithOneUnitChanged(CanaryKind kind) {
        CanaryFinder finder = new CanaryFinder(KEY);
        String canary = mint(KEY, kind);
        int end = kind == CanaryKind.EMAIL ? canary.indexOf('@') : canary.length();
        for (int i = kind.prefix().length(); i < end; i++) {
            char changed = canary.charAt(i) == '7' ? '2' : '7';
            assertThat(finder.find(canary.substring(0, i) + changed + canary.substring(i + 1)))
                    .as("seed %d, unit %d", seed, i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsCanariesInEveryPlaceOfACall(CanaryKind kind) {
        String canary = mint(KEY, kind);
        String encoded =
                Base64.getEncoder().encodeToString(("note: " + canary + ", end").getBytes(StandardCharsets.UTF_8));
        CanarySearch search = new CanarySearch(Detector.standard(), KEY);

        for (Object body : List.of(
                Map.of("text", "it is " + canary), Map.of("data", encoded), List.of("{\"a\":\"" + canary + "\"}"))) {
            assertThat(rules(search, payload("https://a.example/", Map.of(), body)))
                    .contains(CanarySearch.RULE);
        }
        assertThat(rules(search, payload("https://a.example/x?q=" + canary, Map.of(), null)))
                .contains(CanarySearch.RULE);
        assertThat(rules(search, payload("https://a.example/", Map.of("X-Note", canary), null)))
                .contains(CanarySearch.RULE);
    }

    @Test
    void reportsNothingElseWhereACanaryIs() {
        Payload payload =
                PayloadReader.standard().readText("/body", mint(KEY, CanaryKind.CARD) + " or a@b.example.com");
        Detections found = new CanarySearch(Detector.standard(), KEY).search(payload);

        assertThat(found.found()).extracting(Detection::rule).containsExactly(CanarySearch.RULE, "email-address");
    }

    @Test
    void doesNotPrintTheKey() {
        assertThat(KEY).hasToString("CanaryKey[]");
    }

    private static List<String> rules(CanarySearch search, Payload payload) {
        return search.search(payload).found().stream().map(Detection::rule).toList();
    }

    private static Payload payload(String url, Map<String, String> headers, @Nullable Object body) {
        return PayloadReader.standard().read(new CallInput("POST", url, headers, body, 100, null));
    }

    private String mint(CanaryKey key, CanaryKind kind) {
        byte[] entropy = new byte[CanaryMint.ENTROPY_BYTES];
        random.nextBytes(entropy);
        return CanaryMint.mint(key, kind, entropy, "mail.acme.example");
    }
}
