package io.weir.engine.payload;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Ways to hide a text in another one, as agents and their tools do it. */
public enum Wrapping {
    JSON {
        @Override
        public String wrap(String text) {
            return json(Map.of("note", text));
        }
    },
    BASE64 {
        @Override
        public String wrap(String text) {
            return "see " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + " there";
        }
    },
    BASE64_URL {
        @Override
        public String wrap(String text) {
            return "https://weir.test/v1/"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
        }
    },
    BASE64_LINES {
        @Override
        public String wrap(String text) {
            return Base64.getMimeEncoder().encodeToString(text.getBytes(UTF_8));
        }
    },
    BASE64_UTF16 {
        @Override
        public String wrap(String text) {
            return "powershell -enc " + Base64.getEncoder().encodeToString(text.getBytes(UTF_16LE));
        }
    },
    HEX {
        @Override
        public String wrap(String text) {
            return "0x " + HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8));
        }
    },
    PERCENT {
        @Override
        public String wrap(String text) {
            return "https://weir.test/?q=" + PercentCode.encode("\u00e9 " + text);
        }
    },
    DATA_URL {
        @Override
        public String wrap(String text) {
            return "<img src=\"data:text/plain;base64," + Base64.getEncoder().encodeToString(text.getBytes(UTF_8))
                    + "\">";
        }
    },
    JWT {
        @Override
        public String wrap(String text) {
            return part("{\"alg\":\"none\"}") + "." + part(json(Map.of("note", text))) + ".c2lnbmF0dXJlIG9mIGEgdG9rZW4";
        }
    },
    GZIP {
        @Override
        public String wrap(String text) {
            return base64(packed(text, out -> new GZIPOutputStream(out)));
        }
    },
    ZLIB {
        @Override
        public String wrap(String text) {
            return base64(packed(text, out -> new DeflaterOutputStream(out)));
        }
    },
    ZIP {
        @Override
        public String wrap(String text) {
            return base64(packed(text, Wrapping::zip));
        }
    },
    CSV {
        @Override
        public String wrap(String text) {
            return "id,note\n1,\"" + text.replace("\"", "\"\"") + "\"\n2,none\n";
        }
    };

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The text, hidden. */
    public abstract String wrap(String text);

    private interface Packer {
        OutputStream on(OutputStream out) throws IOException;
    }

    private static OutputStream zip(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("first.txt"));
        zip.write("nothing here".getBytes(UTF_8));
        zip.putNextEntry(new ZipEntry("notes/second.txt"));
        return zip;
    }

    private static byte[] packed(String text, Packer packer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packer.on(bytes)) {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String json(Object tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All of them. */
    public static List<Wrapping> all() {
        return List.of(values());
    }
}
