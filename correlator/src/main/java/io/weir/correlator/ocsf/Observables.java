package io.weir.correlator.ocsf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that an analyst pivots on, as OCSF {@code observables}: each names a place in the event. */
final class Observables {

    private final List<Map<String, Object>> observables = new ArrayList<>();

    private Observables() {}

    static List<Map<String, Object>> of(Map<String, Object> destination, List<Map<String, Object>> resources) {
        Observables found = new Observables();
        found.add("dst_endpoint.hostname", 1, "Hostname", destination.get("hostname"));
        found.add("dst_endpoint.ip", 2, "IP Address", destination.get("ip"));
        found.add("dst_endpoint.uid", 48, "Network Endpoint Object: uid", destination.get("uid"));
        for (int index = 0; index < resources.size(); index++) {
            found.add(
                    "resources[" + index + "].uid",
                    10,
                    "Resource UID",
                    resources.get(index).get("uid"));
        }
        return found.observables;
    }

    private void add(String name, int typeId, String type, @Nullable Object value) {
        if (value != null) {
            observables.add(new Attributes()
                    .with("name", name)
                    .withEnum("type", typeId, type)
                    .with("value", value)
                    .toMap());
        }
    }
}
