package io.weir.scanapi.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands around each page. */
final class Frame {

    private static final String PAGE = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        %s<title>%s - Weir</title>
        <link rel="stylesheet" href="/console/style.css">
        </head>
        <body>
        <header><a class="name" href="/console">Weir</a>%s</header>
        <main>
        %s
        </main>
        </body>
        </html>
        """;
    private static final String RELOAD = "<meta http-equiv=\"refresh\" content=\"15\">\n";
    private static final String WHO = """
        <a href="/console/overview">Overview</a><a href="/console">Held calls</a><a href="/console/incidents">Incidents</a><a href="/console/calls">Calls</a>\
        <a href="/console/agents">Agents</a>
        <span class="who">%s (%s)</span>
        <form method="post" action="/console/logout">%s<button class="plain">Log out</button></form>\
        """;

    private Frame() {}

    /** A page for whoever is logged in, or for anybody. */
    static String page(String title, @Nullable Visitor visitor, Markup content) {
        return Markup.of(PAGE, Markup.NOTHING, title, who(visitor), content).toString();
    }

    /** A page that the browser asks for again and again. */
    static String living(String title, Visitor visitor, Markup content) {
        return Markup.of(PAGE, Markup.of(RELOAD), title, who(visitor), content).toString();
    }

    /** What each form must hold. */
    static Markup formWord(Visitor visitor) {
        return Markup.of("<input type=\"hidden\" name=\"form_word\" value=\"%s\">", visitor.formWord());
    }

    /** Words of ours, as people read them. */
    static String words(List<? extends Enum<?>> words) {
        return words.isEmpty()
                ? "none"
                : String.join(", ", words.stream().map(Frame::word).toList());
    }

    /** Texts that somebody chose. */
    static String texts(List<String> texts) {
        return texts.isEmpty() ? "none" : String.join(", ", texts);
    }

    /** A word of ours, as people read it. */
    static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A word of ours at the beginning of a line. */
    static String title(Enum<?> word) {
        return word.name().charAt(0) + word(word).substring(1);
    }

    /** A text as it stands in the query of an address. */
    static String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A line of a list of facts. */
    static Markup line(String name, Object text) {
        return Markup.of("<dt>%s</dt><dd>%s</dd>", name, text);
    }

    private static Markup who(@Nullable Visitor visitor) {
        return visitor == null
                ? Markup.NOTHING
                : Markup.of(WHO, visitor.caller().name(), visitor.caller().tenant(), formWord(visitor));
    }
}
