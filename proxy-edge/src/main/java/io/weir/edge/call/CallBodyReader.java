package io.weir.edge.call;

import io.weir.schemas.error.ErrorCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a call into the body that is scanned. Stateless. */
public final class CallBodyReader {

    private final int bytesMax;

    /**
     * A reader of bodies.
     *
     * @param bytesMax most bytes of a body after its content coding is undone
     */
    public CallBodyReader(int bytesMax) {
        this.bytesMax = bytesMax;
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
        return (type.isJson() ? JsonText.of(bytes) : Optional.<JsonText>empty())
                .<CallBody>map(CallBody.OfJson::new)
                .orElseGet(() -> textOrBytes(bytes, type));
    }

    private static CallBody textOrBytes(byte[] bytes, MediaType type) {
        Charset charset = type.charset();
        String text = charset == null || type.isBinary() ? null : strictText(bytes, charset);
        if (charset == null || text == null) {
            return CallBody.OfBytes.of(type.name(), bytes, null);
        }
        // An upstream need not believe the declaration: what reads as ASCII to it must not be hidden from the scan.
        return isAsciiPlus(charset) && text.indexOf('\0') < 0
                ? new CallBody.OfText(text, charset)
                : CallBody.OfBytes.of(type.name(), bytes, text);
    }

    /** Whether bytes below 128 are ASCII in it, wherever they stand. */
    private static boolean isAsciiPlus(Charset charset) {
        String name = charset.name().toLowerCase(Locale.ROOT);
        return charset.equals(StandardCharsets.UTF_8)
                || charset.equals(StandardCharsets.US_ASCII)
                || name.startsWith("iso-8859-")
                || name.startsWith("windows-125");
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
        byte[] plain = StrictGzip.content(bytes, bytesMax)
                .orElseThrow(() -> new CallRefused(
                        ErrorCode.REQUEST_INVALID,
                        "The body is declared as gzip and is none, or holds more than its content: a name, a comment,"
                                + " an extra field, a second member, or bytes behind it."));
        if (plain.length > bytesMax) {
            throw new CallRefused(
                    ErrorCode.PAYLOAD_TOO_LARGE,
                    "The body grows beyond " + bytesMax + " bytes when its gzip coding is undone.");
        }
        return plain;
    }
}
