package io.weir.benchmarks.edge;

import io.weir.benchmarks.Quantiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way from clients to what they call, and what was measured on it. Its clients keep their connections. */
final class Way implements AutoCloseable {

    private final String name;
    private final @Nullable Way direct;
    private final boolean callsUpstream;
    private final List<Wire> wires;
    private final Quantiles micros = new Quantiles();
    private final Quantiles perSecond = new Quantiles();
    private final Quantiles cpuMicros = new Quantiles();
    private final Quantiles edgeMicros = new Quantiles();

    private Way(String name, @Nullable Way direct, boolean callsUpstream, List<Wire> wires) {
        this.name = name;
        this.direct = direct;
        this.callsUpstream = callsUpstream;
        this.wires = wires;
    }

    /** Makes the client of a session. */
    @FunctionalInterface
    interface Opener {
        Wire open(String session) throws IOException;
    }

    /**
     * A way with its clients, each of which has made a call.
     *
     * @param direct what it is compared with; null if it is compared with nothing
     */
    static Way open(String name, @Nullable Way direct, int clients, Opener opener) throws IOException {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Wire wire = opener.open("client-" + i);
            wire.call();
            wires.add(wire);
        }
        return new Way(name, direct, true, wires);
    }

    /** The same way, to something else than the upstream: what that takes changes nothing. */
    Way aside() {
        return new Way(name, direct, false, wires);
    }

    boolean callsUpstream() {
        return callsUpstream;
    }

    String name() {
        return name;
    }

    @Nullable
    Way direct() {
        return direct;
    }

    List<Wire> wires() {
        return wires;
    }

    /** Time of calls made one after the other. */
    Quantiles micros() {
        return micros;
    }

    /** Calls a second of all clients at once, by window. */
    Quantiles perSecond() {
        return perSecond;
    }

    /** CPU time of the process for each of these calls, by window. */
    Quantiles cpuMicros() {
        return cpuMicros;
    }

    /** The share of the edge's own threads in that. */
    Quantiles edgeMicros() {
        return edgeMicros;
    }

    void clear() {
        micros.clear();
        perSecond.clear();
        cpuMicros.clear();
        edgeMicros.clear();
    }

    @Override
    public void close() throws IOException {
        for (Wire wire : wires) {
            wire.close();
        }
    }
}
