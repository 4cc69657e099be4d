package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The compatibility contract, row by row, over HTTP. The table goes to {@code target/contract.txt}, which the build
 * prints at its end; rows that are not built stand in it as what they are.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {

    private static final Path TABLE = Path.of("target", "contract.txt");

    private final Map<ContractRow, String> outcomes = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> keepsEachPromise() {
        List<ContractRow> rows = rows();
        rows.forEach(row -> outcomes.put(row, row.check() == null ? row.owner() : "FAILED"));
        return rows.stream().filter(row -> row.check() != null).map(this::test);
    }

    @Test
    void namesEachRowOnce() {
        assertThat(rows()).extracting(ContractRow::id).doesNotHaveDuplicates();
    }

    @AfterAll
    void writesTheTable() throws IOException {
        List<String> lines = new ArrayList<>(List.of("row | what | outcome"));
        outcomes.forEach((row, outcome) -> lines.add(row.id() + " | " + row.what() + " | " + outcome));
        long passed = outcomes.values().stream().filter("passed"::equals).count();
        long elsewhere = outcomes.values().stream()
                .filter(text -> text.startsWith("see "))
                .count();
        long notBuilt = outcomes.values().stream()
                .filter(text -> text.startsWith("not built"))
                .count();
        lines.add("contract of the scan API: " + passed + " of " + (outcomes.size() - elsewhere) + " rows kept, "
                + notBuilt + " not built; " + elsewhere + " rows of other modules");
        Files.createDirectories(TABLE.toAbsolutePath().getParent());
        Files.write(TABLE, lines);
    }

    private DynamicTest test(ContractRow row) {
        return DynamicTest.dynamicTest(row.id() + " " + row.what(), () -> {
            try (ContractApi api = new ContractApi(Files.createTempDirectory(folder, "policies"))) {
                ContractRow.Check check = row.check();
                if (check != null) {
                    check.run(api);
                }
            }
            outcomes.put(row, "passed");
        });
    }

    /** The table. */
    static List<ContractRow> rows() {
        return Stream.of(ScanContract.rows(), AccessContract.rows(), PolicyContract.rows(), PeopleContract.rows())
                .flatMap(List::stream)
                .toList();
    }
}
