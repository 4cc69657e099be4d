package io.weir.platform.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the YAML file: blocks named by section, in each of them one line for each setting. A value is a scalar or a
 * list of scalars. Settings come out as {@code section.key} with the line they stand on.
 */
final class ConfigFile {

    private static final YAMLFactory YAML = new YAMLFactory();

    private final String fileName;
    private final JsonParser parser;
    private final List<String> problems;
    private final Map<String, RawValue> values = new LinkedHashMap<>();

    private ConfigFile(String fileName, JsonParser parser, List<String> problems) {
        this.fileName = fileName;
        this.parser = parser;
        this.problems = problems;
    }

    /** The settings of a text; what cannot be read is added to {@code problems}. */
    static Map<String, RawValue> read(String fileName, String text, List<String> problems) {
        try (JsonParser parser = YAML.createParser(text)) {
            ConfigFile file = new ConfigFile(fileName, parser, problems);
            file.readSections();
            return file.values;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            problems.add(fileName + ":" + line + ": not valid YAML; check indentation and quotes");
        } catch (IOException e) {
            problems.add(fileName + ": cannot be read: " + e.getClass().getSimpleName());
        }
        return Map.of();
    }

    private void readSections() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return;
        }
        if (first != JsonToken.START_OBJECT) {
            problems.add(place() + ": expected sections, for example 'scan_api:'");
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String section = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT) {
                readSection(section);
            } else if (token != JsonToken.VALUE_NULL) {
                problems.add(place() + ": expected settings below '" + section + ":', one a line");
                parser.skipChildren();
            }
        }
    }

    private void readSection(String section) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = section + "." + parser.currentName();
            String origin = place();
            JsonToken token = parser.nextToken();
            RawValue value = new RawValue(token == JsonToken.START_ARRAY ? list(key) : scalar(key, token), origin);
            if (values.putIfAbsent(key, value) != null) {
                problems.add(origin + ": " + key + " is set twice in this file; keep one");
            }
        }
    }

    private String list(String key) throws IOException {
        List<String> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            String item = scalar(key, token);
            if (item.indexOf(',') >= 0) {
                problems.add(place() + ": an item of " + key + " holds a comma; write it as two items");
            }
            items.add(item);
        }
        return String.join(",", items);
    }

    private String scalar(String key, JsonToken token) throws IOException {
        if (token.isStructStart()) {
            problems.add(place() + ": " + key + " is nested too deeply; expected one value or a list of values");
            parser.skipChildren();
            return "";
        }
        return token == JsonToken.VALUE_NULL ? "" : parser.getText();
    }

    private String place() {
        return fileName + ":" + parser.currentTokenLocation().getLineNr();
    }
}
