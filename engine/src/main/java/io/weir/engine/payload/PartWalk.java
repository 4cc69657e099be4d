package io.weir.engine.payload;

import java.util.Locale;

/**
 * The walk over a multipart text. Used by one thread.
 *
 * @param texts the walk over the texts of a part
 * @param budget what may still be read
 */
record PartWalk(TextWalk texts, ReadingBudget budget) {

    /** Adds what is to be replaced in a multipart text that stands {@code offset} units into the whole. */
    void add(String text, String boundary, Place place, int offset, Patches patches) {
        MultipartText multipart = MultipartText.parse(text, boundary);
        if (multipart.parts().isEmpty()) {
            budget.refuseFormat();
            addText(text, place, offset, patches);
        }
        for (int i = 0; i < multipart.parts().size(); i++) {
            MultipartText.Part part = multipart.parts().get(i);
            Place inside = place.opened(Address.PART_MARK, i);
            String headers = text.substring(part.start(), part.content());
            Heads heads = addHeaders(headers, inside, offset + part.start(), patches);
            addContent(text.substring(part.content(), part.end()), heads, inside, offset + part.content(), patches);
        }
    }

    /**
     * What the headers of a part say about its content.
     *
     * @param format of the content
     * @param name of the field, or of the file
     * @param readable whether the content is written as it is, or in base64
     */
    private record Heads(BodyFormat format, String name, boolean readable) {

        Heads with(String header, String value) {
            return switch (header) {
                case "content-type" -> new Heads(BodyFormat.of(value), name, readable);
                case "content-disposition" -> new Heads(format, HeaderText.parameter(value, "name"), readable);
                case "content-transfer-encoding" ->
                    new Heads(format, name, !value.strip().equalsIgnoreCase("quoted-printable"));
                default -> this;
            };
        }
    }

    private Heads addHeaders(String headers, Place place, int offset, Patches patches) {
        Heads heads = new Heads(BodyFormat.TREE, "", true);
        int position = 0;
        int at = 0;
        while (at < headers.length()) {
            int end = lineEnd(headers, at);
            int colon = headers.indexOf(':', at);
            boolean named = colon >= 0 && colon < end;
            String name = named ? headers.substring(at, colon).strip().toLowerCase(Locale.ROOT) : "";
            int start = named ? colon + 1 : at;
            String value = headers.substring(start, end);
            addText(value, header(place, name, position++), offset + start, patches);
            heads = heads.with(name, value);
            at = end + 1;
        }
        return heads;
    }

    // By position: a header that comes twice must not have the address of the first.
    private static Place header(Place place, String name, int position) {
        return place.at(Address.position(place.address() + "/headers", position))
                .named(name);
    }

    private void addContent(String content, Heads heads, Place place, int offset, Patches patches) {
        Place named = place.named(heads.name());
        if (heads.format().kind() == BodyFormat.Kind.MULTIPART && budget.admitsEncoded(place.openings())) {
            add(content, heads.format().boundary(), named, offset, patches);
            return;
        }
        if (!heads.readable()) {
            budget.refuseFormat();
        }
        addText(content, named, offset, patches);
    }

    private void addText(String text, Place place, int offset, Patches patches) {
        Patches inner = text.isBlank() ? null : texts.patches(text, place);
        if (inner != null) {
            inner.resolved(text).forEach(patch -> patches.add(patch.shifted(offset)));
        }
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
