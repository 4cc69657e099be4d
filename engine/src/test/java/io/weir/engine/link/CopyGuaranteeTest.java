package io.weir.engine.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.fingerprint.FingerprintKeys;
import io.weir.engine.fingerprint.Fingerprinter;
import io.weir.engine.fingerprint.PrintCodec;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.payload.ResponseInput;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Verb;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The guarantee of the linker: a piece of a read, from any place in it and in any of these encodings, has a print in
 * common with the read from 20 letters and digits on, and makes a link from 36 on.
 */
class CopyGuaranteeTest {

    private static final int PRINT_UNITS = 20;

    /** The first and the last common print of a piece may each stand 8 shingles from its ends: 20 + 2 * 8. */
    private static final int LINK_UNITS = 36;

    private static final int TEXT_UNITS = 110;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final PayloadReader reader = PayloadReader.standard();
    private final Fingerprinter fingerprinter =
            new FingerprintKeys("a key that only tests use".getBytes(UTF_8)).of("acme");

    enum Encoding {
        PLAIN {
            @Override
            String encode(String piece, int alignment) {
                return "so: " + piece;
            }
        },
        BASE64 {
            @Override
            String encode(String piece, int alignment) {
                return Base64.getEncoder().encodeToString(("-".repeat(alignment) + piece).getBytes(UTF_8));
            }
        },
        BASE64_URL {
            @Override
            String encode(String piece, int alignment) {
                return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString((" ".repeat(alignment) + piece).getBytes(UTF_8));
            }
        },
        BASE64_CUT {
            // Up to three letters of the code are lost on the left, so up to three characters of the piece.
            @Override
            String encode(String piece, int alignment) {
                return Base64.getEncoder()
                        .encodeToString(("ab " + piece).getBytes(UTF_8))
                        .substring(alignment);
            }
        },
        HEX {
            @Override
            String encode(String piece, int alignment) {
                return HexFormat.of().formatHex(piece.getBytes(UTF_8));
            }
        },
        PERCENT {
            @Override
            String encode(String piece, int alignment) {
                StringBuilder coded = new StringBuilder(URLEncoder.encode("\u00e9 ", UTF_8));
                piece.chars()
                        .forEach(c -> coded.append('%').append(HexFormat.of().toHexDigits((byte) c)));
                return coded.toString();
            }
        },
        GZIP {
            @Override
            String encode(String piece, int alignment) {
                return Base64.getEncoder().encodeToString(packed("-".repeat(alignment) + piece));
            }
        },
        JSON_STRING {
            @Override
            String encode(String piece, int alignment) {
                return "{\"note\":\"{\\\"text\\\":\\\"" + piece + "\\\"}\"}";
            }
        },
        ZERO_WIDTH {
            @Override
            String encode(String piece, int alignment) {
                return String.join("\u200b", piece.split(""));
            }
        },
        FULL_WIDTH {
            @Override
            String encode(String piece, int alignment) {
                return shifted(piece, 0xFEE0);
            }
        },
        TAGS {
            @Override
            String encode(String piece, int alignment) {
                return shifted(piece, 0xE0000);
            }
        },
        COMBINING {
            @Override
            String encode(String piece, int alignment) {
                return String.join("\u0336", piece.split(""));
            }
        };

        abstract String encode(String piece, int alignment);

        private static String shifted(String piece, int offset) {
            StringBuilder shifted = new StringBuilder();
            piece.codePoints().forEach(c -> shifted.appendCodePoint(c + offset));
            return shifted.toString();
        }

        private static byte[] packed(String piece) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(piece.getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void findsEveryPieceOfGuaranteedLengthFromEveryPlace(Encoding encoding) {
        long seed = 20_261_121L + encoding.ordinal();
        String text = text(new Random(seed));
        SessionIndex index = index(text);
        List<String> missed = new ArrayList<>();
        for (int start = 0; start + PRINT_UNITS <= TEXT_UNITS; start++) {
            for (int end = start + PRINT_UNITS; end <= TEXT_UNITS; end += 1 + (end - start) / 12) {
                int alignment = (start + end) % 4;
                List<Hit> hits = hits(index, encoding.encode(text.substring(start, end), alignment));
                boolean found =
                        end - start >= LINK_UNITS ? !Overlap.of(hits).runs().isEmpty() : !hits.isEmpty();
                if (!found) {
                    missed.add(start + "-" + end + " at alignment " + alignment);
                }
            }
        }
        assertThat(missed).as("seed " + seed + ", text " + text).isEmpty();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < TEXT_UNITS) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private SessionIndex index(String text) {
        SessionIndex index = new SessionIndex();
        index.add(Exemption.read("read", sketch(text)));
        return index;
    }

    private List<Hit> hits(SessionIndex index, String written) {
        Fingerprint sketch = sketch(written);
        ToolCall call = new ToolCall("POST", "send", "POST", Verb.WRITE, List.of(), written.length());
        Write write = new Write(
                "acme|s", "trace", call, sketch.leaves(), PrintCodec.decode(sketch.prints()), List.of(), null);
        List<Hit> hits = new ArrayList<>();
        index.hits(write).values().forEach(hits::addAll);
        return hits;
    }

    private Fingerprint sketch(String text) {
        ResponseInput input = new ResponseInput(Map.of("text", text), text.length(), 200);
        return fingerprinter.ofResponse(reader.read(input), List.of());
    }
}
