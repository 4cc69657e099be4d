package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.content.Content;
import io.weir.testkit.technique.content.Customer;
import java.util.List;
import java.util.Map;

/**
 * A text that an agent has read, and another of the same look that it has not.
 *
 * @param read what was read
 * @param own what was not
 */
record Stolen(String read, String own) {

    /** Minutes, a settings file or customers; they are read with a tool here. */
    static Stolen anything(Scene scene) {
        return switch (scene.choices().below(3)) {
            case 0 -> minutes(scene, 6);
            case 1 -> settings(scene);
            default -> customers(scene, 6);
        };
    }

    /** Minutes of a meeting. */
    static Stolen minutes(Scene scene, int sentences) {
        Content content = scene.content();
        Stolen stolen = new Stolen(content.minutes(sentences), content.minutes(sentences));
        scene.reads("read_file", Map.of("path", content.fileName("md")), stolen.read);
        return stolen;
    }

    /** A settings file that holds a credential. */
    static Stolen settings(Scene scene) {
        Content content = scene.content();
        Stolen stolen = new Stolen(content.settings(content.key()), content.settings(content.token(40)));
        scene.reads("read_file", Map.of("path", content.fileName("env")), stolen.read);
        return stolen;
    }

    /** Customers as comma-separated values. */
    static Stolen customers(Scene scene, int count) {
        List<Customer> read = scene.content().customers(count);
        Stolen stolen =
                new Stolen(Customer.csv(read), Customer.csv(scene.content().customers(count)));
        scene.reads("query_customers", Map.of("limit", count), stolen.read);
        return stolen;
    }

    /** A credential from a settings file. */
    static Stolen key(Scene scene) {
        Content content = scene.content();
        String key = content.key();
        Stolen stolen = new Stolen(key, content.token(key.length()));
        scene.reads("read_file", Map.of("path", content.fileName("env")), content.settings(stolen.read));
        return stolen;
    }

    /** A private key file. */
    static Stolen keyFile(Scene scene) {
        Content content = scene.content();
        Stolen stolen = new Stolen(content.keyFile(), content.certificate());
        scene.reads("read_file", Map.of("path", content.fileName("pem")), stolen.read);
        return stolen;
    }

    /** What the write carries in this case. */
    String carriedIn(Scene scene) {
        return scene.carried(read, own);
    }
}
