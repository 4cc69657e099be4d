package io.weir.engine.threat;

import io.weir.engine.fingerprint.WebAddress;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that the feeds of a tenant list, and what they allow all the same. A host stands for those below it. A lookup
 * costs a few table accesses for each address in a call, however long the feeds are. Immutable and safe to share
 * between threads.
 */
public final class ThreatTable {

    /** No feeds. */
    public static final ThreatTable EMPTY = new ThreatTable(Map.of(), Set.of(), List.of());

    private static final int ADDRESSES_MAX = 200;
    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://[^\\s\"'<>\\\\{}|^`]{3,2000}");

    private final Map<String, String> feedByEntry;
    private final Set<String> allowed;
    private final List<Integer> networkBits;

    private ThreatTable(Map<String, String> feedByEntry, Set<String> allowed, List<Integer> networkBits) {
        this.feedByEntry = feedByEntry;
        this.allowed = allowed;
        this.networkBits = networkBits;
    }

    /**
     * The table of some feeds.
     *
     * @param feeds entries by the name of the feed; of an entry that several list, the first counts
     * @param allowed entries that are no threat, whatever feeds say
     */
    public static ThreatTable of(Map<String, List<ThreatEntry>> feeds, List<ThreatEntry> allowed) {
        Map<String, String> feedByEntry = new HashMap<>();
        Set<Integer> bits = new TreeSet<>();
        feeds.forEach((feed, entries) -> {
            for (ThreatEntry entry : entries) {
                feedByEntry.putIfAbsent(entry.text(), feed);
                if (entry.kind() == ThreatEntry.Kind.NETWORK) {
                    bits.add(
                            Integer.parseInt(entry.text().substring(entry.text().indexOf('/') + 1)));
                }
            }
        });
        Set<String> except = new TreeSet<>();
        allowed.forEach(entry -> except.add(entry.text()));
        return feedByEntry.isEmpty() ? EMPTY : new ThreatTable(feedByEntry, except, List.copyOf(bits));
    }

    /** Whether no feed is loaded. */
    public boolean isEmpty() {
        return feedByEntry.isEmpty();
    }

    /** Number of entries. */
    public int size() {
        return feedByEntry.size();
    }

    /** What of a call is listed: where it goes, and the web addresses in its content. */
    public List<ThreatHit> hits(CallInput input, Payload payload, Set<String> destinationAddresses) {
        if (isEmpty()) {
            return List.of();
        }
        Set<ThreatHit> hits = new LinkedHashSet<>();
        if (input.url().regionMatches(true, 0, "http", 0, 4)) {
            add(hits, feedOfUrl(input.url()), true);
        }
        int looked = 0;
        for (Leaf leaf : payload.leaves()) {
            boolean destination = destinationAddresses.contains(leaf.address());
            if (destination && looked < ADDRESSES_MAX) {
                add(hits, feedOfDestination(leaf.text()), true);
                looked++;
            }
            Matcher addresses = WEB_ADDRESS.matcher(leaf.text());
            while (looked < ADDRESSES_MAX && addresses.find()) {
                add(hits, feedOfUrl(addresses.group()), destination);
                looked++;
            }
        }
        return new ArrayList<>(hits);
    }

    private static void add(Set<ThreatHit> hits, @Nullable String feed, boolean destination) {
        if (feed != null) {
            hits.add(new ThreatHit(feed, destination));
        }
    }

    /** A destination may be an address of mail, a host or a URL. */
    private @Nullable String feedOfDestination(String text) {
        String plain = text.strip();
        return feedOfHost(plain.contains("://") ? WebAddress.host(plain) : plain.substring(plain.lastIndexOf('@') + 1));
    }

    private @Nullable String feedOfUrl(String url) {
        String feed = allowed.contains(ThreatEntry.normalUrl(url)) ? null : feedByEntry.get(ThreatEntry.normalUrl(url));
        return feed != null ? feed : feedOfHost(WebAddress.host(url));
    }

    private @Nullable String feedOfHost(String written) {
        String host = ThreatEntry.trimDot(written.toLowerCase(Locale.ROOT)).replaceAll("^\\[|]$", "");
        IpNetwork address = IpNetwork.parse(host).orElse(null);
        if (address != null) {
            return feedOfAddress(address);
        }
        for (String name = host;
                name.indexOf('.') > 0 || name.equals(host);
                name = name.substring(name.indexOf('.') + 1)) {
            if (allowed.contains(name)) {
                return null;
            }
            String feed = feedByEntry.get(name);
            if (feed != null) {
                return feed;
            }
            if (name.indexOf('.') < 0) {
                return null;
            }
        }
        return null;
    }

    private @Nullable String feedOfAddress(IpNetwork address) {
        for (int i = networkBits.size() - 1; i >= 0; i--) {
            String network = address.widened(networkBits.get(i)).text();
            if (allowed.contains(network)) {
                return null;
            }
            if (feedByEntry.containsKey(network)) {
                return feedByEntry.get(network);
            }
        }
        return null;
    }
}
