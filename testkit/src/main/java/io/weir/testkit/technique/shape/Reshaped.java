package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import io.weir.testkit.technique.content.Customer;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The same facts in another shape: other columns, other separators, rows as sentences. */
public final class Reshaped implements Technique {

    @Override
    public int number() {
        return 20;
    }

    @Override
    public String name() {
        return "re-shaped tables and numbers";
    }

    private static final int ROWS = 6;
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private enum Form {
        OTHER_COLUMNS,
        SENTENCES,
        OTHER_NUMBERS,
        NUMBERS_ALONE,
        CARD_REGROUPED
    }

    @Override
    public void play(Scene scene) {
        Form form = scene.variant(List.of(Form.values()));
        if (form == Form.CARD_REGROUPED) {
            card(scene);
            return;
        }
        List<Customer> read = scene.content().customers(ROWS);
        scene.reads(
                "query_customers",
                Map.of("limit", ROWS),
                read.stream().map(Customer::json).toList());
        Sending sending = Sending.any(scene).announced(scene);
        List<Customer> carried = scene.carried(read, scene.content().customers(ROWS));
        sending.send(scene, carried.stream().map(row -> line(form, row)).collect(Collectors.joining("\n")));
    }

    private static void card(Scene scene) {
        String read = scene.content().card();
        scene.reads("get_payment_method", Map.of("id", 7), Map.of("holder", "on file", "number", read));
        Sending sending = Sending.any(scene).announced(scene);
        String carried = scene.carried(read, scene.content().noun());
        sending.send(scene, "Ref " + carried.replaceAll("(\\d{4})(?=\\d)", "$1 - "));
    }

    private static String line(Form form, Customer row) {
        return switch (form) {
            case OTHER_COLUMNS ->
                String.join(
                        ";",
                        row.city(),
                        row.account(),
                        row.since().toString(),
                        row.name(),
                        row.amount(),
                        row.mailbox());
            case SENTENCES ->
                row.name() + " of " + row.city() + " has been with us since " + DAY_FIRST.format(row.since())
                        + " (account no. " + row.account().toLowerCase(Locale.ROOT) + ") and owes " + row.amount()
                        + ".";
            case OTHER_NUMBERS ->
                row.account().replace("-", " ") + " | " + DAY_FIRST.format(row.since()) + " | " + grouped(row.cents());
            case NUMBERS_ALONE, CARD_REGROUPED -> DAY_FIRST.format(row.since()) + " " + grouped(row.cents()) + " EUR";
        };
    }

    private static String grouped(int cents) {
        return String.format(Locale.GERMANY, "%,d,%02d", cents / 100, cents % 100);
    }
}
