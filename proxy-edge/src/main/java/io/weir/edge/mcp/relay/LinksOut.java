package io.weir.edge.mcp.relay;

import io.weir.edge.mcp.message.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds addresses that a server wants the user's browser to open: what stands in them leaves with the visit. */
final class LinksOut {

    private static final int DEPTH_MAX = 4;

    private LinksOut() {}

    /** The addresses in a message of a server: requests for input, one by one or several in a result or an error. */
    static List<String> of(Map<String, @Nullable Object> value) {
        List<String> urls = new ArrayList<>();
        collect(value, 0, urls);
        return urls;
    }

    private static void collect(@Nullable Object value, int depth, List<String> urls) {
        if (depth > DEPTH_MAX) {
            return;
        }
        Map<String, @Nullable Object> members = Members.map(value);
        String url = Members.text(members.get("url"));
        if ("url".equals(members.get("mode")) && url != null) {
            urls.add(url);
        }
        for (String name : List.of("params", "data", "inputRequests", "elicitations")) {
            Object member = members.get(name);
            if (name.equals("inputRequests")) {
                Members.map(member).values().forEach(request -> collect(request, depth + 1, urls));
            } else {
                collect(member, depth + 1, urls);
            }
            Members.list(member).forEach(item -> collect(item, depth + 1, urls));
        }
    }
}
