package io.weir.scanapi;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser that keeps cookies, follows no redirect by itself, and sends forms as they stand on the page. */
final class ConsoleBrowser {

    private static final Pattern FORM_WORD = Pattern.compile("name=\"form_word\" value=\"([^\"]+)\"");

    final Map<String, String> cookies = new TreeMap<>();
    private final RunningApi api;

    ConsoleBrowser(RunningApi api) {
        this.api = api;
    }

    HttpResponse<String> open(String path) {
        return keep(api.get(path, cookieHeader()));
    }

    /** Sends a form; fields are names and values in turn. */
    HttpResponse<String> send(String path, String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(api.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)));
        String[] header = cookieHeader();
        for (int i = 0; i < header.length; i += 2) {
            request.header(header[i], header[i + 1]);
        }
        return keep(api.send(request));
    }

    HttpResponse<String> logIn(String token) {
        return send("/console/login", "token", token, "tenant", "acme");
    }

    /** Takes a step on a held call by the form of its page. */
    HttpResponse<String> step(String approvalId, String step, String... fields) {
        String path = "/console/approvals/" + approvalId;
        List<String> all = new ArrayList<>(List.of("form_word", formWord(path), "step", step));
        all.addAll(List.of(fields));
        return send(path, all.toArray(String[]::new));
    }

    /** What the forms of a page send back; the empty text if it has none. */
    String formWord(String path) {
        Matcher word = FORM_WORD.matcher(open(path).body());
        return word.find() ? word.group(1) : "";
    }

    private String[] cookieHeader() {
        if (cookies.isEmpty()) {
            return new String[0];
        }
        List<String> pairs = new ArrayList<>();
        cookies.forEach((name, value) -> pairs.add(name + "=" + value));
        return new String[] {"Cookie", String.join("; ", pairs)};
    }

    private HttpResponse<String> keep(HttpResponse<String> response) {
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return response;
    }
}
