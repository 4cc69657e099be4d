package io.weir.edge.mcp.judge;

import io.weir.edge.mcp.message.Answer;
import io.weir.edge.mcp.message.Members;
import io.weir.platform.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts back into a redacted result what {@link ReadBody} left out of the report. */
final class RestoredBody {

    private static final String CONTENT = "content";
    private static final String STRUCTURED = "structuredContent";

    private RestoredBody() {}

    /**
     * The result as it may go on.
     *
     * @param result as the server sent it
     * @param redacted the redacted form of what was reported of it
     */
    static @Nullable Object of(@Nullable Object result, @Nullable Object redacted) {
        Object restored = restored(result, redacted);
        Map<String, @Nullable Object> before = Members.map(result);
        if (!before.containsKey(CONTENT) || Members.map(redacted).containsKey(CONTENT) || !isMap(restored)) {
            return restored;
        }
        // The text that repeats the structure was not reported; it has to repeat the redacted one.
        Map<String, @Nullable Object> members = new LinkedHashMap<>(before);
        members.putAll(Members.map(restored));
        Object structured = members.get(STRUCTURED);
        if (!Objects.equals(structured, before.get(STRUCTURED))) {
            members.put(CONTENT, List.of(Answer.text(Json.text(structured == null ? Map.of() : structured))));
        }
        return members;
    }

    private static @Nullable Object restored(@Nullable Object before, @Nullable Object redacted) {
        if (isMap(before) && isMap(redacted)) {
            return members(Members.map(before), Members.map(redacted));
        }
        if (before instanceof List<?> was && redacted instanceof List<?> is && was.size() == is.size()) {
            List<@Nullable Object> items = new ArrayList<>();
            for (int i = 0; i < was.size(); i++) {
                items.add(restored(was.get(i), is.get(i)));
            }
            return items;
        }
        return redacted;
    }

    private static Map<String, @Nullable Object> members(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> redacted) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(redacted);
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        before.forEach((name, value) -> {
            boolean unread = ReadBody.isMediaMember(name) && redacted.containsKey(ReadBody.unreadName(name));
            if (unread && !redacted.containsKey(name)) {
                rest.remove(ReadBody.unreadName(name));
                members.put(name, value);
            } else if (redacted.containsKey(name)) {
                members.put(name, restored(value, rest.remove(name)));
            }
        });
        members.putAll(rest);
        return members;
    }

    private static boolean isMap(@Nullable Object value) {
        return value instanceof Map<?, ?>;
    }
}
