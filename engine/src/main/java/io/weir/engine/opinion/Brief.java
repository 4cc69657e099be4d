package io.weir.engine.opinion;

import io.weir.schemas.event.Link;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.DataClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a language model is told of a call: redacted arguments, and where their content comes from.
 *
 * @param call what is called
 * @param dataClasses kinds of sensitive data found in it
 * @param links connections with earlier reads, strongest first
 * @param request the user's request, redacted, or null
 * @param body the arguments, redacted
 */
public record Brief(
        ToolCall call,
        List<DataClass> dataClasses,
        List<Link> links,
        @Nullable Object request,
        @Nullable Object body) {

    private static final int LINKS_MAX = 5;

    /** Copies the lists. */
    public Brief {
        dataClasses = List.copyOf(dataClasses);
        links = List.copyOf(links);
    }

    /** The brief as a JSON value. */
    public Map<String, Object> toMap() {
        Map<String, Object> brief = new LinkedHashMap<>();
        brief.put("tool", call.tool());
        brief.put("operation", call.operation());
        brief.put("method", call.method());
        brief.put("effect", call.verb());
        brief.put("audience", call.audience());
        brief.put("sensitive_data", dataClasses);
        brief.put("content_read_earlier", lineage());
        brief.put("user_request", request);
        brief.put("arguments", body);
        return brief;
    }

    private List<Map<String, Object>> lineage() {
        List<Map<String, Object>> lineage = new ArrayList<>();
        for (Link link : links.subList(0, Math.min(LINKS_MAX, links.size()))) {
            Map<String, Object> read = new LinkedHashMap<>();
            read.put("tool", link.sourceTool());
            read.put("sensitive_data", link.dataClasses());
            read.put("characters", link.matchedLength());
            read.put("destination_named_by", link.destinationProvenance());
            lineage.add(read);
        }
        return lineage;
    }
}
