package io.weir.engine.payload;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The walk over bytes that were decoded from a text: text again, or something packed. Used by one thread. */
final class ByteWalk {

    private static final int ENTRIES_MAX = 1_000;

    private final TextWalk texts;
    private final ReadingBudget budget;

    ByteWalk(TextWalk texts, ReadingBudget budget) {
        this.texts = texts;
        this.budget = budget;
    }

    /** Walks bytes that were decoded from a text and says what is to become of them. */
    ByteEdit edit(byte[] bytes, Place place) {
        return isPacked(bytes) ? unpack(bytes, place) : text(bytes, DecodedText.of(bytes), place);
    }

    private ByteEdit file(byte[] bytes, Place place) {
        return isPacked(bytes) ? unpack(bytes, place) : text(bytes, DecodedText.ofFile(bytes), place);
    }

    private static boolean isPacked(byte[] bytes) {
        return PackedFormat.of(bytes) != PackedFormat.NONE;
    }

    private ByteEdit text(byte[] bytes, @Nullable DecodedText decoded, Place place) {
        Patches patches = decoded == null ? null : texts.patches(decoded.text(), place);
        if (decoded == null || patches == null || patches.isEmpty()) {
            return ByteEdit.NONE;
        }
        byte[] edited = decoded.encodeLike(bytes, patches.apply(decoded.text()));
        return new ByteEdit(edited, patches.cause());
    }

    private ByteEdit unpack(byte[] bytes, Place place) {
        if (!budget.admitsEncoded(place.openings()) || !budget.admitsPacked()) {
            return ByteEdit.NONE;
        }
        return switch (PackedFormat.of(bytes)) {
            case GZIP -> {
                Inflated inflated = Inflated.gzip(bytes, budget.decodableBytes());
                take(inflated);
                yield deflated(bytes, inflated, place.opened(Address.GZIP_MARK));
            }
            case ZLIB -> zlib(bytes, place);
            case ZIP -> archive(bytes, place);
            case CLOSED, NONE -> {
                budget.refuseFormat();
                yield ByteEdit.NONE;
            }
        };
    }

    // Two bytes are no claim: what is broken from the start was never packed.
    private ByteEdit zlib(byte[] bytes, Place place) {
        Inflated inflated = Inflated.zlib(bytes, budget.decodableBytes());
        if (inflated.ending() == Inflated.Ending.BROKEN && inflated.bytes().length == 0) {
            return text(bytes, DecodedText.of(bytes), place);
        }
        take(inflated);
        return deflated(bytes, inflated, place.opened(Address.ZLIB_MARK));
    }

    private ByteEdit deflated(byte[] packed, Inflated inflated, Place place) {
        ByteEdit edit = file(inflated.bytes(), place);
        byte[] after = edit.bytes();
        if (edit.isNone() || after == null || inflated.ending() != Inflated.Ending.COMPLETE) {
            return edit.isNone() ? edit : ByteEdit.lost(edit.cause());
        }
        return new ByteEdit(Deflation.like(packed, inflated.bytes(), after), edit.cause());
    }

    /** An archive has a directory and checksums that refer to each other, so it stays or goes as a whole. */
    private ByteEdit archive(byte[] bytes, Place place) {
        int cause = -1;
        int index = 0;
        // Every byte is a character of ISO 8859-1, so no entry's name is refused.
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1)) {
            ZipEntry entry = in.getNextEntry();
            while (entry != null && budget.decodableBytes() > 0 && index < ENTRIES_MAX) {
                Place inside = place.opened(Address.ZIP_MARK, index++);
                Inflated content = Inflated.read(in, budget.decodableBytes());
                cause = first(cause, entry(entry, content, inside));
                entry = content.ending() == Inflated.Ending.COMPLETE ? in.getNextEntry() : null;
            }
            if (index == 0) {
                budget.refuseFormat();
            } else if (entry != null) {
                budget.cutsInflation();
            }
        } catch (IOException | IllegalArgumentException e) {
            budget.refuseFormat();
        }
        return ByteEdit.lost(cause);
    }

    private int entry(ZipEntry entry, Inflated content, Place inside) {
        take(content);
        Patches name = texts.patches(entry.getName(), inside.asName());
        int cause = name == null ? -1 : name.cause();
        return first(cause, file(content.bytes(), inside).cause());
    }

    private static int first(int cause, int next) {
        return cause < 0 ? next : cause;
    }

    private void take(Inflated inflated) {
        boolean admitted = budget.admitsDecoded(inflated.bytes().length);
        if (inflated.ending() == Inflated.Ending.CUT && admitted) {
            budget.cutsInflation();
        } else if (inflated.ending() == Inflated.Ending.BROKEN) {
            budget.refuseFormat();
        }
    }
}
