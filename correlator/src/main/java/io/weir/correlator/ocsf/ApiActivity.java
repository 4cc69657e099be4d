package io.weir.correlator.ocsf;

import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Verb;

/** OCSF {@code activity_id} of API Activity: what kind of call it is. */
enum ApiActivity {
    CREATE(1, "Create"),
    READ(2, "Read"),
    UPDATE(3, "Update"),
    DELETE(4, "Delete");

    private static final int CLASS_UID = 6003;

    private final int id;
    private final String caption;

    ApiActivity(int id, String caption) {
        this.id = id;
        this.caption = caption;
    }

    /** The verb decides first: many APIs read by POST. */
    static ApiActivity of(ToolCall call) {
        if (call.verb() == Verb.READ) {
            return READ;
        }
        return switch (call.method()) {
            case "DELETE" -> DELETE;
            case "PUT", "PATCH" -> UPDATE;
            default -> call.verb() == Verb.ADMIN ? UPDATE : CREATE;
        };
    }

    /** {@code type_uid}: class and activity in one number. */
    int typeUid() {
        return CLASS_UID * 100 + id;
    }

    /** {@code type_name}. */
    String typeName() {
        return "API Activity: " + caption;
    }

    int id() {
        return id;
    }

    String caption() {
        return caption;
    }
}
