package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.shared.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whether the table of the contract is complete: each statement of the reference that is marked H or M, and each line
 * of a table there that is not marked L, is kept by a row, and so is each feature of the groups that the API is about.
 * What the reference says is written down beside this test, so that a clone without the reference still checks our side
 * of it.
 */
class ContractReferenceTest {

    private static final Pattern SECTION = Pattern.compile("### ([12]\\.[0-9]+) .*");
    private static final Pattern MARKED = Pattern.compile("\\*\\*(H|M|H/M|M/H|L/M|M/L)\\*\\*");
    private static final Pattern FEATURE = Pattern.compile("\\| (F-[0-9]{3}) \\|.*");
    private static final Set<String> GROUPS = Set.of("2.1", "2.2", "2.3", "2.6", "2.7");
    private static final int OPENING = 40;

    @Test
    void everyIdThatIsNamedIsARowOfTheTable() throws IOException {
        Set<String> rows = rowIds();
        keptBy().values().stream()
                .filter(kept -> !kept.startsWith("-"))
                .flatMap(kept -> Arrays.stream(kept.split(" ")))
                .forEach(id -> assertThat(rows).contains(id));
    }

    @Test
    void everyStatementOfTheReferenceIsKeptByARowOrExcused() throws IOException {
        List<String> statements = statements(SharedFolder.require("reference/wire-protocol.md"));

        assertThat(statements).hasSizeGreaterThan(70);
        assertThat(keptBy().keySet()).containsExactlyInAnyOrderElementsOf(statements);
    }

    @Test
    void everyFeatureOfTheGroupsOfTheApiIsInTheTable() throws IOException {
        List<String> features = features(SharedFolder.require("reference/feature-checklist.md"));

        assertThat(features).hasSizeGreaterThan(50);
        assertThat(rowIds()).containsAll(features);
    }

    /** Section and opening words of each statement. */
    private static List<String> statements(Path reference) throws IOException {
        Set<String> found = new TreeSet<>();
        String section = "";
        boolean inTable = false;
        for (String line : Files.readAllLines(reference)) {
            Matcher heading = SECTION.matcher(line);
            if (line.startsWith("#")) {
                section = heading.matches() ? heading.group(1) : "";
            }
            boolean row = line.startsWith("|");
            // The first two lines of a table are its head.
            boolean head = row && (!inTable || line.startsWith("|--"));
            inTable = row;
            if (!section.isEmpty() && !head && counts(line, row)) {
                found.add(section + " " + opening(line, row));
            }
        }
        return List.copyOf(found);
    }

    private static boolean counts(String line, boolean row) {
        return MARKED.matcher(line).find() || (row && !line.contains("**L**"));
    }

    private static String opening(String line, boolean row) {
        String text = row ? line.split("(?<!\\\\)\\|", 3)[1] : line;
        String plain =
                text.replace("`", "").replace("**", "").replaceFirst("^- ", "").strip();
        return plain.substring(0, Math.min(OPENING, plain.length())).strip();
    }

    private static List<String> features(Path checklist) throws IOException {
        List<String> found = new ArrayList<>();
        boolean ours = false;
        for (String line : Files.readAllLines(checklist)) {
            if (line.startsWith("#")) {
                ours = line.startsWith("### ") && GROUPS.contains(line.split(" ")[1]);
            }
            Matcher feature = FEATURE.matcher(line);
            if (ours && feature.matches()) {
                found.add(feature.group(1));
            }
        }
        return found;
    }

    /** Ids of rows by the statement that they keep. */
    private static Map<String, String> keptBy() throws IOException {
        Map<String, String> kept = new LinkedHashMap<>();
        String text = new String(
                Objects.requireNonNull(ContractReferenceTest.class.getResourceAsStream("/contract/reference.txt"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] sides = line.split(" = ", 2);
            kept.put(sides[0].strip(), sides[1].strip());
        });
        return kept;
    }

    /** All ids, those that share a row one by one. */
    private static Set<String> rowIds() {
        return ContractTest.rows().stream()
                .flatMap(row -> Arrays.stream(row.id().split("\\+")))
                .map(id -> id.startsWith("F-") ? id.substring(0, 5) : id)
                .collect(Collectors.toSet());
    }
}
