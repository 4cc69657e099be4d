package io.weir.launcher.eval.techniques;

import io.weir.testkit.golden.Golden;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TechniqueReportTest {

    @Test
    void printsARowForEachTechniqueAndEachOfItsForms() {
        TechniqueCount base64 = new TechniqueCount(30, 12, 30, 30, 28, 30);
        TechniqueCount hex = new TechniqueCount(20, 2, 18, 19, 18, 17);
        TechniqueCount twins = new TechniqueCount(50, 0, 1, 20, 1, 20);
        TechniqueMatrix matrix = new TechniqueMatrix(
                1,
                50,
                true,
                List.of(
                        row(5, "encoded once", false, Map.of("base64", base64), twins),
                        row(6, "two forms", false, new TreeMap<>(Map.of("base64", base64, "hex", hex)), twins),
                        row(24, "cipher of one's own", true, Map.of("", TechniqueCount.ZERO), twins)));

        Golden.assertMatches("golden/technique-matrix.txt", TechniqueReport.text(matrix) + "\n");
    }

    private static TechniqueRow row(
            int number, String name, boolean gap, Map<String, TechniqueCount> forms, TechniqueCount twins) {
        TechniqueCount sum = forms.values().stream().reduce(TechniqueCount.ZERO, TechniqueCount::plus);
        return new TechniqueRow(number, name, gap, sum, forms, twins, Map.of("unrelated", twins));
    }
}
