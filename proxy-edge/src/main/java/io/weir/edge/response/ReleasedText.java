package io.weir.edge.response;

import io.weir.edge.call.JsonText;
import io.weir.platform.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The text of the parts that were reported since bytes were last handed on, as the agent may have it. Once something
 * has been redacted the rest of the response goes out as text, in the charset that it came in; before that, as it came.
 */
final class ReleasedText {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Charset charset;
    private @Nullable Writer writer;
    private boolean redacted;

    ReleasedText(Charset charset) {
        this.charset = charset;
    }

    /**
     * Takes what has been ruled on a part.
     *
     * @param reported a text, or a JSON document
     * @param repeatedUnits units at its beginning that an earlier part held
     * @return the part as the agent may have it
     * @throws ResponseWithheld if the agent may not have it
     */
    String take(PartRuling ruling, Object reported, int repeatedUnits) throws ResponseWithheld {
        if (ruling instanceof PartRuling.Withhold withhold) {
            throw new ResponseWithheld(withhold.why());
        }
        String part = reported instanceof JsonText json ? json.text() : (String) reported;
        String permitted = part;
        if (ruling instanceof PartRuling.Replace replace) {
            redacted = true;
            permitted = replaced(replace.body(), reported);
        }
        write(news(permitted, part.substring(0, repeatedUnits)));
        return permitted;
    }

    private static String replaced(Object body, Object reported) throws ResponseWithheld {
        if (reported instanceof JsonText) {
            return Json.text(body);
        }
        if (body instanceof String text) {
            return text;
        }
        throw new ResponseWithheld("The redacted form of the response is no text, as the response is.");
    }

    /** What the agent has already cannot be redacted any more. */
    private static String news(String text, String repeated) throws ResponseWithheld {
        if (text.startsWith(repeated)) {
            return text.substring(repeated.length());
        }
        throw new ResponseWithheld("What must go begins in a part of the response that has gone out.");
    }

    private void write(String text) {
        try {
            // A writer has buffers, and most responses are not guarded.
            writer = writer == null ? new OutputStreamWriter(bytes, charset) : writer;
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    /** Whether anything has been redacted so far. */
    boolean isRedacted() {
        return redacted;
    }

    /** The text in its charset; it is forgotten. */
    byte[] release() {
        try {
            if (writer != null) {
                writer.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        byte[] released = bytes.toByteArray();
        bytes.reset();
        return released;
    }
}
