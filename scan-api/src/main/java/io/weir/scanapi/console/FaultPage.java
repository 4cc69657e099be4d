package io.weir.scanapi.console;

import org.jspecify.annotations.Nullable;

/** What people get where something cannot be done. */
public final class FaultPage {

    private FaultPage() {}

    /** The page. */
    public static String of(@Nullable Visitor visitor, String title, String detail) {
        return Frame.page(
                title,
                visitor,
                Markup.of("<h1>%s</h1><p>%s</p><p><a href=\"/console\">To the queue</a></p>", title, detail));
    }
}
