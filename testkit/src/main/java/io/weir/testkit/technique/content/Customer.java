package io.weir.testkit.technique.content;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A made-up customer.
 *
 * @param name given and family name
 * @param mailbox e-mail address
 * @param phone international phone number
 * @param city where she lives
 * @param account number of her account, letters and digits
 * @param cents what she owes
 * @param since when she came
 */
public record Customer(
        String name, String mailbox, String phone, String city, String account, int cents, LocalDate since) {

    /** The names of the columns. */
    public static final List<String> COLUMNS =
            List.of("name", "mailbox", "phone", "city", "account", "balance", "since");

    /** The row as a table or a program writes it. */
    public List<String> cells() {
        return List.of(name, mailbox, phone, city, account, amount(), since.toString());
    }

    /** The row as a JSON object. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            json.put(COLUMNS.get(i), cells().get(i));
        }
        return json;
    }

    /** What she owes, as a program writes it. */
    public String amount() {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }

    /** The rows as comma-separated values, without a header. */
    public static String csv(List<Customer> customers) {
        StringBuilder text = new StringBuilder();
        customers.forEach(
                customer -> text.append(String.join(",", customer.cells())).append('\n'));
        return text.toString();
    }
}
