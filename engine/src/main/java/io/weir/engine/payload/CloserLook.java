package io.weir.engine.payload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a text holds besides what it says, and brings what is to be replaced there back into the text.
 *
 * @param texts the walk over texts found inside
 * @param bytes the walk over bytes found inside
 * @param runs what finds encoded runs
 * @param budget what may still be read
 * @param patches what is to be replaced in the text
 */
record CloserLook(TextWalk texts, ByteWalk bytes, EncodedRuns runs, ReadingBudget budget, Patches patches) {

    /** Looks where the hints point. */
    void at(String text, Place place, int hints) {
        if ((hints & TextHints.LINES) != 0) {
            table(CsvText.of(text), place);
        }
        if ((hints & TextHints.WIDE) != 0) {
            view(PlainView.of(text), place, Address.PLAIN_MARK);
            packed(text, place);
        }
        if ((hints & TextHints.ESCAPE) != 0) {
            view(EscapeView.of(text), place, Address.ESCAPE_MARK);
        }
        if ((hints & TextHints.PERCENT) != 0) {
            percentRuns(text, place);
        }
        if ((hints & TextHints.RUN) != 0) {
            List<TokenParts> tokens = TokenParts.of(text);
            tokens(tokens, place);
            encodedRuns(text, tokens, place);
        }
    }

    private void table(@Nullable CsvText table, Place place) {
        for (int i = 0; table != null && i < table.names().size(); i++) {
            MappedText column = table.columns().get(i);
            Place inside = place.seen(Address.CSV_MARK, i).named(table.names().get(i));
            Patches inner = texts.patches(column.text(), inside);
            if (inner != null) {
                column.addPieces(inner.merged(), UnaryOperator.identity(), patches);
            }
        }
    }

    private void view(@Nullable MappedText view, Place place, String mark) {
        if (view == null || !budget.admitsEncoded(place.openings())) {
            return;
        }
        Patches inner = texts.patches(view.text(), place.opened(mark));
        if (inner != null) {
            inner.merged().forEach(patch -> patches.add(view.outer(patch)));
        }
    }

    private void percentRuns(String text, Place place) {
        if (!budget.admitsEncoded(place.openings())) {
            return;
        }
        MappedText view = PercentRuns.of(text);
        Patches inner = texts.patches(view.text(), place.opened(Address.PERCENT_MARK));
        if (inner != null) {
            view.addPieces(inner.resolved(view.text()), PercentCode::encode, patches);
        }
    }

    private void tokens(List<TokenParts> tokens, Place place) {
        for (int i = 0; i < tokens.size() && budget.admitsEncoded(place.openings()); i++) {
            TokenParts token = tokens.get(i);
            Place inside = place.opened(Address.JWT_MARK, i);
            if (budget.admitsDecoded(token.end() - token.start())) {
                whole(token, texts.patches(token.header(), inside.element(0)));
                whole(token, texts.patches(token.claims(), inside.element(1)));
            }
        }
    }

    private void whole(TokenParts token, @Nullable Patches inner) {
        if (inner != null) {
            patches.add(Patch.enclosure(token.start(), token.end(), inner.cause()));
        }
    }

    private void encodedRuns(String text, List<TokenParts> tokens, Place place) {
        int index = 0;
        int next = 0;
        for (EncodedRun run : runs.of(text)) {
            while (next < tokens.size() && tokens.get(next).end() <= run.start()) {
                next++;
            }
            boolean read = next < tokens.size() && tokens.get(next).start() <= run.start();
            if (!read && budget.admitsEncoded(place.openings())) {
                encodedRun(run, text.substring(run.start(), run.end()), place.opened(run.mark(), index));
            }
            index++;
        }
    }

    private void encodedRun(EncodedRun run, String raw, Place inside) {
        byte[] decoded = run.spelling().decode(raw);
        ByteEdit edit = budget.admitsDecoded(decoded.length) ? bytes.edit(decoded, inside) : ByteEdit.NONE;
        if (!edit.isNone()) {
            patches.add(run.patch(raw, decoded, edit, patches.isReversible(edit.cause())));
        }
    }

    /** A packed file whose bytes became characters one by one. */
    private void packed(String text, Place place) {
        byte[] beginning =
                text.substring(0, Math.min(Long.BYTES, text.length())).getBytes(ISO_8859_1);
        PackedFormat format = PackedFormat.of(beginning);
        if (format == PackedFormat.NONE || format == PackedFormat.ZLIB) {
            return;
        }
        byte[] all = text.getBytes(ISO_8859_1);
        if (!text.equals(new String(all, ISO_8859_1))) {
            budget.refuseFormat();
        } else if (budget.admitsEncoded(place.openings()) && budget.admitsDecoded(all.length)) {
            packed(text, bytes.edit(all, place.opened(Address.BYTES_MARK)));
        }
    }

    private void packed(String text, ByteEdit edit) {
        byte[] after = edit.bytes();
        if (!edit.isNone()) {
            patches.add(
                    after == null
                            ? Patch.enclosure(0, text.length(), edit.cause())
                            : Patch.rewritten(0, text.length(), edit.cause(), new String(after, ISO_8859_1)));
        }
    }
}
