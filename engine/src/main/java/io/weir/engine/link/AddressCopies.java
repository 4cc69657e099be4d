package io.weir.engine.link;

import io.weir.engine.destination.CallReading;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.LeafOutline;
import io.weir.schemas.word.Verb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a web address that was copied from a read as a whole from content that was put into one. Following a link is
 * what agents do; a query that was filled with what was read somewhere else carries content out.
 */
final class AddressCopies {

    private final Write write;
    private final Map<String, Destination> byAddress = new HashMap<>();
    private final Map<Integer, Optional<Destination>> byLeaf = new HashMap<>();

    /** Tells of the addresses in this write. */
    AddressCopies(Write write) {
        this.write = write;
        write.call().destinations().forEach(destination -> byAddress.putIfAbsent(destination.address(), destination));
    }

    /** The hits of one read without those inside a copied stretch that holds the host of the address. */
    static List<Hit> without(List<Hit> hits, Write write) {
        return hits.isEmpty() ? hits : new AddressCopies(write).without(hits);
    }

    /** The same for one read of several. */
    List<Hit> without(List<Hit> hits) {
        // Joining hits to runs is dear, and most writes have none in an address.
        if (hits.stream().noneMatch(hit -> named(hit.sinkLeaf()) != null)) {
            return hits;
        }
        List<Hit> copies =
                Overlap.of(hits).runs().stream().filter(this::holdsHost).toList();
        return copies.isEmpty()
                ? hits
                : hits.stream()
                        .filter(hit -> copies.stream().noneMatch(copy -> holds(copy, hit)))
                        .toList();
    }

    /**
     * Whether a reading call does no more than follow what was read: the read names the host as data, or the content
     * goes back to the host that it came from.
     */
    static boolean follows(Write write, int position, SessionRead read, DestinationView destination) {
        boolean back = write.call().destinations().stream()
                .allMatch(to -> read.origins().contains(to.hash()));
        return write.call().verb() == Verb.READ && (back || destination.reads().contains(position));
    }

    /** A hit inside the stretch, or in what the address carries: that is the rest of the same address. */
    private boolean holds(Hit copy, Hit hit) {
        Destination destination = named(copy.sinkLeaf());
        boolean inside = copy.sinkLeaf() == hit.sinkLeaf()
                && copy.sinkStart() - Overlap.GAP_UNITS <= hit.sinkStart()
                && hit.sinkEnd() <= copy.sinkEnd() + Overlap.GAP_UNITS;
        boolean carried = copy.sinkLeaf() != hit.sinkLeaf()
                && destination != null
                && CallReading.belongsTo(write.leaves().get(hit.sinkLeaf()).address(), destination);
        return inside || carried;
    }

    private boolean holdsHost(Hit run) {
        return run.sinkStart() < hostEnd(write.leaves().get(run.sinkLeaf()), named(run.sinkLeaf()));
    }

    /** The destination that a leaf is the address of. */
    private @Nullable Destination named(int leaf) {
        return byLeaf.computeIfAbsent(
                        leaf,
                        one -> Optional.ofNullable(
                                byAddress.get(write.leaves().get(one).address())))
                .orElse(null);
    }

    /** Where the host ends in a leaf that names a destination; 0 for other leaves, and where no shape was kept. */
    private static int hostEnd(LeafOutline leaf, @Nullable Destination named) {
        String shape = leaf.shape();
        if (shape == null || named == null) {
            return 0;
        }
        int scheme = shape.indexOf("://");
        int at = scheme < 0 ? 0 : scheme + 3;
        while (at < shape.length() && "/?#".indexOf(shape.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
