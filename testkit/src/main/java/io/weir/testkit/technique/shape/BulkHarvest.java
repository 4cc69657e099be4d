package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;
import io.weir.testkit.technique.content.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Page after page of a register is read, then all of it goes out in one file. */
public final class BulkHarvest implements Technique {

    @Override
    public int number() {
        return 17;
    }

    @Override
    public String name() {
        return "bulk harvest, one large write";
    }

    private static final int PAGES = 12;
    private static final int PAGE_LENGTH = 10;

    @Override
    public void play(Scene scene) {
        List<Customer> read = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            List<Customer> customers = scene.content().customers(PAGE_LENGTH);
            scene.reads(
                    "list_contacts",
                    Map.of("page", page),
                    customers.stream().map(Customer::json).toList());
            read.addAll(customers);
        }
        Sending sending = Sending.any(scene).announced(scene);
        List<Customer> own = scene.content().customers(PAGES * PAGE_LENGTH);
        sending.send(scene, String.join(",", Customer.COLUMNS) + "\n" + Customer.csv(scene.carried(read, own)));
    }
}
