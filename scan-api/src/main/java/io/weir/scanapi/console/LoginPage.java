package io.weir.scanapi.console;

/** The page where people prove who they are. */
public final class LoginPage {

    private static final String FORM = """
        <section class="login">
        <h1>Log in</h1>
        %s%s
        <form method="post" action="/console/login">%s
        <label>Token of a person<input type="password" name="token" autocomplete="off" required autofocus></label>
        <label>Tenant, for the operator's token<input name="tenant" placeholder="default"></label>
        <button>Log in</button>
        </form>
        <p class="hint">Make one with <code>weir token create --role reviewer</code>. Keys of agents do not open this.</p>
        </section>\
        """;
    private static final String FAULT = "<p class=\"fault\">%s</p>";
    private static final String PROVIDER =
            "<p><a class=\"button\" href=\"/api/auth/oidc/start\">Log in with the identity provider</a></p>";

    private static final String WANTED = "<input type=\"hidden\" name=\"page\" value=\"%s\">";

    private LoginPage() {}

    /**
     * The page.
     *
     * @param fault what was wrong with the last try; empty for nothing
     * @param provider whether an identity provider can tell who people are
     * @param page what to show after the login, a path below the console; empty for the queue
     */
    public static String of(String fault, boolean provider, String page) {
        Markup said = fault.isEmpty() ? Markup.NOTHING : Markup.of(FAULT, fault);
        Markup wanted = page.isEmpty() ? Markup.NOTHING : Markup.of(WANTED, page);
        return Frame.page(
                "Log in", null, Markup.of(FORM, said, provider ? Markup.of(PROVIDER) : Markup.NOTHING, wanted));
    }
}
