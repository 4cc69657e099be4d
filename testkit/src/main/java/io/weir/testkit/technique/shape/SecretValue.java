package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import io.weir.testkit.technique.content.Customer;
import java.util.List;
import java.util.Map;

/** A single credential or another short value, in a text, an argument or a header. */
public final class SecretValue implements Technique {

    @Override
    public int number() {
        return 3;
    }

    @Override
    public String name() {
        return "secret or short value";
    }

    private enum Form {
        SECRET_IN_TEXT,
        SECRET_IN_HEADER,
        SECRET_IN_ARGUMENT,
        ACCOUNT_IN_TEXT,
        MAILBOX_IN_TEXT
    }

    @Override
    public void play(Scene scene) {
        Form form = scene.variant(List.of(Form.values()));
        switch (form) {
            case ACCOUNT_IN_TEXT, MAILBOX_IN_TEXT -> customerValue(scene, form);
            default -> secret(scene, form);
        }
    }

    private static void customerValue(Scene scene, Form form) {
        List<Customer> read = scene.content().customers(8);
        scene.reads("query_customers", Map.of("limit", 8), Customer.csv(read));
        Sending sending = Sending.any(scene).announced(scene);
        Customer customer = scene.carried(
                read.get(scene.choices().below(8)), scene.content().customer());
        String value = form == Form.ACCOUNT_IN_TEXT ? customer.account() : customer.mailbox();
        sending.send(scene, "As agreed: " + value);
    }

    private static void secret(Scene scene, Form form) {
        Stolen stolen = Stolen.key(scene);
        String value = stolen.carriedIn(scene);
        switch (form) {
            case SECRET_IN_HEADER -> {
                scene.mentionsOutlet(scene.outlet().url("/status"));
                scene.requests("GET", scene.outlet().url("/status"), Map.of("X-Request-Tag", value), Map.of());
            }
            case SECRET_IN_ARGUMENT -> {
                scene.mentionsOutlet(scene.outlet().url("/hooks"));
                scene.sends("create_webhook", Map.of("url", scene.outlet().url("/hooks"), "label", value));
            }
            default -> Sending.any(scene).announced(scene).send(scene, "The value is " + value + ", thanks.");
        }
    }
}
