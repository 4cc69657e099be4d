package io.weir.engine.payload;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a call, a response or a plain text as addressed leaves.
 *
 * <p>Addresses: {@code /url/userinfo} ({@code /url/userinfo/username} and {@code /url/userinfo/password} where there
 * are both), {@code /url/host}, {@code /url/path/<index>}, {@code /url/query/<name>}, {@code /url/fragment}
 * ({@code /url/fragment/<name>} where it holds pairs), {@code /url/data} for a whole data URL,
 * {@code /headers/<lower-case name>}, {@code /headers/cookie/<name>}, {@code /body...}; see {@link Address} for the
 * marks. URL components and form values are percent-decoded. Strings that hold JSON are read as the leaves of that JSON
 * instead of as one text; whatever else can be read out of a text is read besides it. Booleans, nulls and empty strings
 * are no leaves.
 *
 * <p>Never throws on any input. Immutable and safe to share.
 */
public final class PayloadReader {

    private final ReadingLimits limits;
    private final BodyWalk walk;

    /** A reader within limits. */
    public PayloadReader(ReadingLimits limits) {
        this.limits = limits;
        this.walk = new BodyWalk(limits);
    }

    /** A reader within {@link ReadingLimits#DEFAULT}. */
    public static PayloadReader standard() {
        return new PayloadReader(ReadingLimits.DEFAULT);
    }

    /** Reads URL, headers and body of a call. The context is no part of it. */
    public Payload read(CallInput input) {
        BodyFormat format = BodyFormat.of(contentType(input.headers()));
        LeafCollector collector = new LeafCollector();
        ReadingBudget budget = ReadingBudget.forReading(limits);
        TextWalk texts = new TextWalk(collector, budget);
        new UrlWalk(texts).read(input.url());
        readHeaders(input.headers(), texts);
        walk.edit(input.body(), format, collector, budget);
        return new Payload(collector.leaves(), budget.gaps(), format);
    }

    /** Reads the body of a response. */
    public Payload read(ResponseInput input) {
        return readBody(input.body());
    }

    /** Reads a body tree alone. */
    public Payload readBody(@Nullable Object body) {
        return readBody(body, BodyFormat.TREE);
    }

    /** Reads a body alone that is written in a format. */
    public Payload readBody(@Nullable Object body, BodyFormat format) {
        LeafCollector collector = new LeafCollector();
        ReadingBudget budget = ReadingBudget.forReading(limits);
        walk.edit(body, format, collector, budget);
        return new Payload(collector.leaves(), budget.gaps(), format);
    }

    /** Reads a plain text as one leaf at an address such as {@code /context}. */
    public Payload readText(String address, String text) {
        ReadingBudget budget = ReadingBudget.forReading(limits);
        boolean read = !text.isEmpty() && budget.admitsLeaf(text.length());
        return new Payload(read ? List.of(new Leaf(address, "", text)) : List.of(), budget.gaps());
    }

    private static void readHeaders(Map<String, String> headers, TextWalk texts) {
        int position = 0;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            Place place = Place.root(Address.member("/headers", name, position++), name);
            texts.trees().name(name, place);
            if (CookieText.isCookieHeader(name)) {
                CookieText.parse(header.getValue()).read(place.address(), texts);
            } else {
                texts.patches(header.getValue(), place);
            }
        }
    }

    private static String contentType(Map<String, String> headers) {
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase("content-type")) {
                return header.getValue();
            }
        }
        return "";
    }
}
