package io.weir.engine.fingerprint;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.ValueForm;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.engine.redact.ShapeMask;
import io.weir.engine.tone.OrderedName;
import io.weir.engine.tone.RequestReader;
import io.weir.engine.tone.RequestReading;
import io.weir.engine.tone.ToneReader;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.LeafOutline;
import io.weir.schemas.event.UserRequest;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.LeafRole;
import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the content sketches of one tenant's payloads. Immutable and safe to share between threads. */
public final class Fingerprinter {

    /** Short values kept per payload; a payload with more is a bulk read whose text prints link it anyway. */
    public static final int VALUES_MAX = 4_096;

    /** UTF-16 units of masked shapes kept per payload. */
    public static final int SHAPE_UNITS_MAX = 2_048;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,64}");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{16,}+");
    private static final int REQUEST_WORDS_MAX = 1_024;

    private final FingerprintKey key;
    private final WinnowingScheme scheme;
    private final Shingler shingler;
    private final Winnower winnower;
    private final Fragments fragments;

    Fingerprinter(FingerprintKey key, WinnowingScheme scheme) {
        this.key = key;
        this.scheme = scheme;
        this.shingler = new Shingler(key, scheme.shingleLength());
        this.winnower = new Winnower(scheme.windowLength());
        this.fragments = new Fragments(key);
    }

    /** Sketch of a call: with roles, and with masked shapes for evidence. */
    public Fingerprint ofCall(Payload payload, List<Detection> detections, LeafRoles roles) {
        Fingerprint sketch = sketch(payload, detections, roles, SHAPE_UNITS_MAX, false);
        List<ValuePrint> values = new ArrayList<>(sketch.values());
        for (int leaf = 0; leaf < payload.leaves().size(); leaf++) {
            if (roles.of(payload.leaves().get(leaf).address()) == LeafRole.CONTENT) {
                addTokens(payload.leaves().get(leaf).text(), leaf, values);
            }
        }
        return new Fingerprint(sketch.scheme(), sketch.epoch(), sketch.leaves(), sketch.prints(), values);
    }

    /**
     * Adds the words that may be a secret, in a secret's form: a secret that was read beside its name is recognised
     * where it stands alone.
     */
    private void addTokens(String text, int leaf, List<ValuePrint> values) {
        for (FoundValue token : SecretTokens.in(text)) {
            if (values.size() >= VALUES_MAX) {
                return;
            }
            String hash = hash(ValueKind.SECRET, text.substring(token.start(), token.end()));
            values.add(new ValuePrint(ValueKind.WORD, hash, leaf, token.start(), token.end(), null));
        }
    }

    /** Sketch of a response. */
    public Fingerprint ofResponse(Payload payload, List<Detection> detections) {
        return sketch(payload, detections, LeafRoles.CONTENT_ONLY, 0, true);
    }

    /** What is kept of the user's request: its sketch with its words, so that what it names can be recognised. */
    public UserRequest ofRequest(Payload payload, List<Detection> detections) {
        Fingerprint sketch = sketch(payload, detections, LeafRoles.CONTENT_ONLY, 0, false);
        List<ValuePrint> values = new ArrayList<>(sketch.values());
        for (int leaf = 0; leaf < payload.leaves().size(); leaf++) {
            Matcher words = WORD.matcher(payload.leaves().get(leaf).text());
            while (words.find() && values.size() < REQUEST_WORDS_MAX) {
                values.add(new ValuePrint(
                        ValueKind.WORD, hash(ValueKind.WORD, words.group()), leaf, words.start(), words.end(), null));
            }
        }
        String text = payload.leaves().stream().map(Leaf::text).collect(Collectors.joining("\n"));
        RequestReading reading = RequestReader.read(text);
        return new UserRequest(
                new Fingerprint(sketch.scheme(), sketch.epoch(), sketch.leaves(), sketch.prints(), values),
                reading.asked(),
                reading.addressed(),
                reading.pointed());
    }

    /** Keyed hash of one value in its written form, 16 hex digits. Kinds whose form is the same hash the same. */
    public String hash(ValueKind kind, CharSequence value) {
        return HexFormat.of().toHexDigits(shingler.hash(ValueForm.normalize(kind, value)));
    }

    /** Keyed hashes of the words of a text, in order. */
    public List<String> wordHashes(String text) {
        return WORD.matcher(text)
                .results()
                .filter(word -> word.group().length() > 2)
                .limit(16)
                .map(word -> hash(ValueKind.WORD, word.group()))
                .toList();
    }

    /** Keyed hash of a host name, leading {@code www.} left out. */
    public String hostHash(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return hash(ValueKind.HOST, lower.startsWith("www.") ? lower.substring(4) : lower);
    }

    private Fingerprint sketch(
            Payload payload, List<Detection> detections, LeafRoles roles, int shapeUnits, boolean withTone) {
        List<LeafOutline> outlines = new ArrayList<>();
        List<Print> prints = new ArrayList<>();
        List<ValuePrint> values = new ArrayList<>();
        Map<Integer, List<Detection>> byLeaf = detections.stream().collect(Collectors.groupingBy(Detection::leaf));
        int shapeUnitsLeft = shapeUnits;
        for (int index = 0; index < payload.leaves().size(); index++) {
            Leaf leaf = payload.leaves().get(index);
            List<Detection> own = byLeaf.getOrDefault(index, List.of());
            boolean shaped = leaf.text().length() <= shapeUnitsLeft;
            shapeUnitsLeft -= shaped ? leaf.text().length() : 0;
            outlines.add(new LeafOutline(
                    leaf.address(),
                    leaf.text().length(),
                    roles.of(leaf.address()),
                    shaped ? ShapeMask.of(leaf.text(), own) : null));
            if (!isSpelledOut(payload.leaves(), index)) {
                prints.addAll(withTone ? readPrints(leaf.text(), index, own) : writtenPrints(leaf.text(), index));
            }
            ToneReader tone = withTone ? new ToneReader(leaf.text()) : null;
            addValues(leaf.text(), index, own, tone, values);
            if (tone != null) {
                addOrderedNames(leaf.text(), index, tone, values);
            }
        }
        return new Fingerprint(scheme.wireName(), key.epoch(), outlines, PrintCodec.encode(prints), values);
    }

    /**
     * Whether a text is hexadecimal digits and nothing else, and is read decoded as well. Its own characters say no
     * more, and two of them for each letter would make common phrases of ten letters look like copies.
     */
    private static boolean isSpelledOut(List<Leaf> leaves, int index) {
        Leaf leaf = leaves.get(index);
        String decoded = leaf.address() + "~hex/";
        return HEX.matcher(leaf.text()).matches()
                && leaves.stream().anyMatch(other -> other.address().startsWith(decoded));
    }

    private List<Print> prints(String text, int leaf) {
        NormalizedText normalized = NormalizedText.of(text);
        long[] hashes = shingler.hashes(normalized);
        List<Print> prints = new ArrayList<>();
        for (int at : winnower.choose(hashes)) {
            int last = at + scheme.shingleLength() - 1;
            prints.add(new Print(hashes[at], leaf, normalized.start(at), normalized.end(last)));
        }
        return prints;
    }

    /** The prints of a text that came in, and of the parts of its secrets, by position. */
    private List<Print> readPrints(String text, int leaf, List<Detection> detections) {
        List<Print> prints = prints(text, leaf);
        prints.addAll(fragments.ofSecrets(text, leaf, detections));
        prints.sort(Comparator.comparingInt(Print::start));
        return prints;
    }

    /** The prints of a text that may go out rotated, or be a slice of something, by position. */
    private List<Print> writtenPrints(String text, int leaf) {
        List<Print> prints = prints(text, leaf);
        prints.addAll(fragments.ofSlice(text, leaf));
        if (Rotation.isLikely(text)) {
            prints.addAll(prints(Rotation.of(text), leaf));
        }
        prints.sort(Comparator.comparingInt(Print::start));
        return prints;
    }

    private void addOrderedNames(String text, int leaf, ToneReader tones, List<ValuePrint> values) {
        for (OrderedName name : tones.orderedNames()) {
            if (values.size() < VALUES_MAX) {
                String hash = hash(ValueKind.WORD, text.substring(name.start(), name.end()));
                values.add(new ValuePrint(ValueKind.WORD, hash, leaf, name.start(), name.end(), name.tone()));
            }
        }
    }

    private void addValues(
            String text, int leaf, List<Detection> detections, @Nullable ToneReader tones, List<ValuePrint> values) {
        for (FoundValue value : ValueScanner.scan(text, detections)) {
            if (values.size() >= VALUES_MAX) {
                return;
            }
            String written = text.substring(value.start(), value.end());
            InstructionTone tone = tones == null ? null : tones.toneOf(value.start(), value.end());
            values.add(
                    new ValuePrint(value.kind(), hash(value.kind(), written), leaf, value.start(), value.end(), tone));
            if (value.kind() == ValueKind.URL) {
                values.add(new ValuePrint(
                        ValueKind.HOST, hostHash(WebAddress.host(written)), leaf, value.start(), value.end(), tone));
            }
        }
    }
}
