package io.weir.engine.policy;

import io.weir.engine.fingerprint.WebAddress;
import io.weir.engine.payload.Leaf;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a call works on, read from the members of its body and from the paths of well-known services.
 *
 * @param byKind names by kind of resource
 * @param tags tags that the call sets, by name
 */
record Resources(Map<Kind, List<String>> byKind, Map<String, String> tags) {

    /** Nothing is known. */
    static final Resources NONE = new Resources(Map.of(), Map.of());

    private static final Pattern REPOSITORY = Pattern.compile("^/(?:repos/)?([^/]+)/([^/]+)");
    private static final Pattern REGION = Pattern.compile("(?:^|\\.)([a-z]{2}(?:-[a-z]+)+-[0-9])\\.");

    /** Kinds of resources. */
    enum Kind {
        ORG,
        REPO,
        CHANNEL,
        REGION,
        ACCOUNT,
        PRINCIPAL
    }

    private static final Map<String, Kind> BY_KEY = new HashMap<>();

    static {
        name(Kind.ORG, "org", "organization", "owner", "workspace", "group");
        name(Kind.REPO, "repo", "repository", "repository_name", "project");
        name(Kind.CHANNEL, "channel", "channel_id", "channel_name", "room");
        name(Kind.REGION, "region", "aws_region", "location");
        name(Kind.ACCOUNT, "account", "account_id", "aws_account", "customer");
        name(Kind.PRINCIPAL, "principal", "user", "username", "user_name", "email", "collaborator", "to");
    }

    private static void name(Kind kind, String... keys) {
        for (String key : keys) {
            BY_KEY.put(key, kind);
        }
    }

    static Resources of(Content content, ServiceCall service) {
        Map<Kind, List<String>> byKind = new EnumMap<>(Kind.class);
        Map<String, String> tags = new TreeMap<>();
        List<Leaf> inTags = new ArrayList<>();
        for (Leaf leaf : content.payload().leaves()) {
            String key = leaf.key().toLowerCase(Locale.ROOT);
            Kind kind = BY_KEY.get(key);
            if (kind != null) {
                add(byKind, kind, leaf.text());
            }
            AwsNames.ofResource(leaf.text(), (named, name) -> add(byKind, named, name));
            if (leaf.address().toLowerCase(Locale.ROOT).contains("/tags/")) {
                tags.putIfAbsent(leaf.key(), leaf.text());
                inTags.add(leaf);
            }
        }
        AwsNames.ofPairs(inTags, tags::put);
        String url = content.input().url();
        if (service.service().equals("github") || service.service().equals("gitlab")) {
            Matcher repository = REPOSITORY.matcher(ServiceTable.path(url));
            if (repository.find()) {
                add(byKind, Kind.ORG, repository.group(1));
                add(byKind, Kind.REPO, repository.group(2));
                add(byKind, Kind.REPO, repository.group(1) + "/" + repository.group(2));
            }
        }
        Matcher region = REGION.matcher(WebAddress.host(url));
        if (service.service().equals("aws") && region.find()) {
            add(byKind, Kind.REGION, region.group(1));
        }
        return new Resources(byKind, tags);
    }

    private static void add(Map<Kind, List<String>> byKind, Kind kind, String name) {
        byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(name);
    }

    List<String> of(Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }
}
