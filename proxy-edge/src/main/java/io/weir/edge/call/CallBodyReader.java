package io.weir.edge.call;

import io.weir.schemas.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a call into the body that is scanned. Stateless. */
public final class CallBodyReader {

    private final int bytesMax;
    private final JsonTree json;

    /**
     * A reader of bodies.
     *
     * @param bytesMax most bytes of a body after its content coding is undone
     */
    public CallBodyReader(int bytesMax) {
        this.bytesMax = bytesMax;
        this.json = new JsonTree(bytesMax);
    }

    /**
     * The body of a call.
     *
     * @throws CallRefused {@code MEDIA_TYPE_UNSUPPORTED} if it has a content coding that cannot be undone,
     *     {@code PAYLOAD_TOO_LARGE} if it grows beyond the limit when it is undone
     */
    public CallBody read(byte[] wire, HttpFields headers) throws CallRefused {
        if (wire.length == 0) {
            return CallBody.NONE;
        }
        byte[] bytes = decoded(wire, headers.getCSV("Content-Encoding", false));
        MediaType type = MediaType.of(headers.get("Content-Type"));
        // What is not JSON to everybody, although it says so, is scanned as the text it is.
        return (type.isJson() ? json.read(bytes) : Optional.empty())
                .<CallBody>map(CallBody.OfJson::new)
                .orElseGet(() -> textOrBytes(bytes, type));
    }

    private static CallBody textOrBytes(byte[] bytes, MediaType type) {
        Charset charset = type.charset();
        if (charset != null && !type.isBinary()) {
            String text = strictText(bytes, charset);
            if (text != null && text.indexOf('\0') < 0) {
                return new CallBody.OfText(text, charset);
            }
        }
        return CallBody.OfBytes.of(type.name(), bytes);
    }

    private static @Nullable String strictText(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private byte[] decoded(byte[] wire, List<String> codings) throws CallRefused {
        byte[] bytes = wire;
        for (int i = codings.size() - 1; i >= 0; i--) {
            bytes = decoded(bytes, codings.get(i).toLowerCase(Locale.ROOT));
        }
        return bytes;
    }

    private byte[] decoded(byte[] bytes, String coding) throws CallRefused {
        return switch (coding) {
            case "identity" -> bytes;
            case "gzip", "x-gzip" -> unzipped(bytes);
            default ->
                throw new CallRefused(
                        ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                        "The body has a content coding that cannot be undone for the scan; gzip and identity can.");
        };
    }

    private byte[] unzipped(byte[] bytes) throws CallRefused {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = in.readNBytes(bytesMax + 1);
            if (plain.length > bytesMax) {
                throw new CallRefused(
                        ErrorCode.PAYLOAD_TOO_LARGE,
                        "The body grows beyond " + bytesMax + " bytes when its gzip coding is undone.");
            }
            return plain;
        } catch (IOException e) {
            throw new CallRefused(ErrorCode.REQUEST_INVALID, "The body is declared as gzip and is none.");
        }
    }
}
