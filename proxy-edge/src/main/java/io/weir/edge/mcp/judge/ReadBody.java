package io.weir.edge.mcp.judge;

import io.weir.edge.mcp.message.Members;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is reported of a result: all of it, but each content once, and long media by type and size alone. */
final class ReadBody {

    private static final int MEDIA_UNITS_MAX = 64 << 10;
    private static final int STRUCTURED_UNITS_MAX = 1 << 20;

    private long unread;

    private ReadBody() {}

    /** The body to report, and the bytes that it leaves out. */
    record Reported(@Nullable Object body, long unreadBytes) {}

    static Reported of(@Nullable Object result) {
        ReadBody body = new ReadBody();
        Object value = result instanceof Map<?, ?> ? body.once(Members.map(result)) : result;
        return new Reported(body.shortened(value), body.unread);
    }

    /** Tools often say the same twice, as structure and as a text of its JSON. */
    private Map<String, @Nullable Object> once(Map<String, @Nullable Object> result) {
        Object structured = result.get("structuredContent");
        List<?> content = Members.list(result.get("content"));
        if (structured == null || content.size() != 1) {
            return result;
        }
        String text = Members.text(Members.map(content.get(0)).get("text"));
        if (text == null || text.length() > STRUCTURED_UNITS_MAX || !Objects.equals(parsed(text), structured)) {
            return result;
        }
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(result);
        rest.remove("content");
        return rest;
    }

    private static @Nullable Object parsed(String text) {
        try {
            return new StrictJson(STRUCTURED_UNITS_MAX * 3).read(text);
        } catch (JsonRejected e) {
            return null;
        }
    }

    private @Nullable Object shortened(@Nullable Object value) {
        if (value instanceof List<?> items) {
            List<@Nullable Object> shorter = new ArrayList<>();
            items.forEach(item -> shorter.add(shortened(item)));
            return shorter;
        }
        if (!(value instanceof Map<?, ?>)) {
            return value;
        }
        Map<String, @Nullable Object> members = Members.map(value);
        Map<String, @Nullable Object> shorter = new LinkedHashMap<>();
        boolean media = isMedia(members);
        members.forEach((name, member) -> {
            boolean long64 = member instanceof String text && text.length() > MEDIA_UNITS_MAX;
            if (media && long64 && isMediaMember(name)) {
                int length = ((String) member).length();
                unread += length;
                shorter.put(unreadName(name), length);
            } else {
                shorter.put(name, shortened(member));
            }
        });
        return shorter;
    }

    /** Whether a member of this name can hold media. */
    static boolean isMediaMember(String name) {
        return name.equals("data") || name.equals("blob");
    }

    /** What stands for a member that is not reported. */
    static String unreadName(String name) {
        return "unread_" + name + "_bytes";
    }

    private static boolean isMedia(Map<String, ?> members) {
        String type = Members.text(members.get("mimeType"));
        return type != null && (type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/"));
    }
}
