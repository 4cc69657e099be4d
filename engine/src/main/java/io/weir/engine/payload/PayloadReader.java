package io.weir.engine.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a call, a response or a plain text as addressed leaves.
 *
 * <p>Addresses: {@code /url/userinfo}, {@code /url/host}, {@code /url/path/<index>}, {@code /url/query/<name>},
 * {@code /url/fragment}, {@code /headers/<lower-case name>}, {@code /body...}; see {@link Address} for the marks. URL
 * components and form values are percent-decoded. Strings that hold JSON are read as the leaves of that JSON instead of
 * as one text. Booleans, nulls and empty strings are no leaves.
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
        LeafCollector collector = new LeafCollector(new ReadingBudget(limits));
        readUrl(UrlParts.of(input.url()), collector);
        readHeaders(input.headers(), collector);
        readBody(input.body(), FormText.isForm(contentType(input.headers())), collector);
        return collector.payload();
    }

    /** Reads the body of a response. */
    public Payload read(ResponseInput input) {
        return readBody(input.body());
    }

    /** Reads a body tree alone. */
    public Payload readBody(@Nullable Object body) {
        LeafCollector collector = new LeafCollector(new ReadingBudget(limits));
        readBody(body, false, collector);
        return collector.payload();
    }

    /** Reads a plain text as one leaf at an address such as {@code /context}. */
    public Payload readText(String address, String text) {
        LeafCollector collector = new LeafCollector(new ReadingBudget(limits));
        collector.add(address, "", text);
        return collector.payload();
    }

    private void readBody(@Nullable Object body, boolean form, LeafCollector collector) {
        walk.edit(body, form, collector, collector.budget());
    }

    private void readUrl(UrlParts url, LeafCollector collector) {
        collector.add("/url/userinfo", "userinfo", PercentCode.decode(url.userinfo()));
        collector.add("/url/host", "", PercentCode.decode(url.host()));
        int index = 0;
        for (String segment : url.path().split("/")) {
            if (!segment.isEmpty()) {
                collector.add(Address.element("/url/path", index++), "", PercentCode.decode(segment));
            }
        }
        readQuery(url.query(), collector);
        collector.add("/url/fragment", "", PercentCode.decode(url.fragment()));
    }

    private void readQuery(String query, LeafCollector collector) {
        FormText form = FormText.parse(query);
        List<String> addresses = form.addresses("/url/query");
        for (int i = 0; i < addresses.size(); i++) {
            FormText.Pair pair = form.pairs().get(i);
            readNamed(addresses.get(i), pair.name(), pair.value(), collector);
        }
    }

    private void readHeaders(Map<String, String> headers, LeafCollector collector) {
        int position = 0;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            readNamed(Address.member("/headers", name, position++), name, header.getValue(), collector);
        }
    }

    private void readNamed(String address, String name, String value, LeafCollector collector) {
        if (!Address.isPlain(name)) {
            collector.add(address + Address.KEY_MARK, "", name);
        }
        walk.read(address, name, value, collector, collector.budget());
    }

    private static String contentType(Map<String, String> headers) {
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase("content-type")) {
                return header.getValue();
            }
        }
        return "";
    }

    /** Gathers leaves and leaves everything as it is. */
    private static final class LeafCollector implements LeafEditor {

        private final ReadingBudget budget;
        private final List<Leaf> leaves = new ArrayList<>();

        LeafCollector(ReadingBudget budget) {
            this.budget = budget;
        }

        ReadingBudget budget() {
            return budget;
        }

        void add(String address, String key, String text) {
            if (!text.isEmpty() && budget.admitsLeaf(text.length())) {
                leaves.add(new Leaf(address, key, text));
            }
        }

        Payload payload() {
            return new Payload(leaves, budget.gaps());
        }

        @Override
        public String text(Leaf leaf) {
            leaves.add(leaf);
            return leaf.text();
        }

        @Override
        public Number number(Leaf leaf, Number number) {
            leaves.add(leaf);
            return number;
        }

        @Override
        public String name(Leaf leaf) {
            leaves.add(leaf);
            return leaf.text();
        }
    }
}
