package io.weir.engine.destination;

import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.payload.ResponseInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what web addresses in a call's body carry: the labels of the host, the segments of the path, query and
 * fragment. They are texts of their own, at addresses below {@code ~link}, and go to the host, whoever gets the rest of
 * the body.
 */
final class CarriedByAddress {

    /** Mark of an address below which the components of a web address stand. */
    static final String MARK = "~link";

    private static final int LINKS_MAX = 16;
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]{1,20}://.{0,8000}");
    // What a reader follows by itself or with one click: Markdown images, links and their references, HTML likewise.
    private static final Pattern RENDERED = Pattern.compile(
            "(?i)(?:\\]\\(\\s{0,4}<?|\\]:\\s{0,4}<?|(?:src|href|background)\\s{0,4}=\\s{0,4}[\"']?)(https?://[^\\s\"'<>)\\\\]{4,8000})");

    private final PayloadReader reader = PayloadReader.standard();

    /** A web address in a text of a call, and the address of its components. */
    record Rendered(String url, String address) {}

    /** The web addresses that a text has rendered, in order. */
    static List<Rendered> rendered(Leaf leaf) {
        List<Rendered> found = new ArrayList<>();
        if (leaf.text().indexOf("://") < 0) {
            return found;
        }
        Matcher matcher = RENDERED.matcher(leaf.text());
        while (found.size() < LINKS_MAX && matcher.find()) {
            found.add(new Rendered(matcher.group(1), leaf.address() + MARK + "/" + found.size()));
        }
        return found;
    }

    /** What an address carries besides the host's own name. */
    List<Leaf> leaves(String url, String address) {
        String absolute = SCHEME.matcher(url).matches() ? url : "https://" + url;
        Payload parts = reader.read(new CallInput("GET", absolute, Map.of(), null, 0, null));
        List<Leaf> carried = new ArrayList<>();
        for (Leaf part : parts.leaves()) {
            if (part.address().equals("/url/host")) {
                carried.addAll(labels(part.text(), address));
            } else if (!part.address().startsWith("/url/host")) {
                carried.add(new Leaf(address + part.address().substring("/url".length()), part.key(), part.text()));
            }
        }
        return carried;
    }

    /** What the labels of a host carry. */
    List<Leaf> labels(String host, String address) {
        String labels = HostLabels.of(host).carried();
        return reader.read(new ResponseInput(labels, labels.length(), 0)).leaves().stream()
                .map(leaf -> new Leaf(
                        address + "/labels" + leaf.address().substring("/body".length()), leaf.key(), leaf.text()))
                .toList();
    }
}
