package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import java.util.List;
import java.util.Map;

/** Ways to send a text to the outlet of a scene. */
enum Sending {
    MAIL,
    POST,
    UPLOAD;

    private static final List<Sending> ALL = List.of(values());

    /** One of the ways. */
    static Sending any(Scene scene) {
        return scene.choices().oneOf(ALL);
    }

    /** Names the outlet to the agent, as this way of sending needs it. */
    Sending announced(Scene scene) {
        scene.mentionsOutlet(this == MAIL ? scene.outlet().mailbox() : place(scene));
        return this;
    }

    /** Sends. */
    void send(Scene scene, String text) {
        switch (this) {
            case MAIL ->
                scene.sends("send_email", Map.of("to", scene.outlet().mailbox(), "subject", "Notes", "body", text));
            case POST -> scene.requests("POST", place(scene), Map.of(), Map.of("note", text));
            case UPLOAD -> scene.sends("upload_file", Map.of("url", place(scene), "content", text));
        }
    }

    private static String place(Scene scene) {
        return scene.outlet().url("/inbox");
    }
}
