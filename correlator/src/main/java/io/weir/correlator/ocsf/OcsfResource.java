package io.weir.correlator.ocsf;

import io.weir.schemas.word.DataClass;
import java.util.List;
import java.util.Map;

/** A tool as an element of OCSF {@code resources}. */
final class OcsfResource {

    private OcsfResource() {}

    /** The tool that acts. */
    static Map<String, Object> acting(String tool) {
        return tool(tool).withEnum("role", 2, "Actor").toMap();
    }

    /** The tool whose data is concerned. */
    static Map<String, Object> affected(String tool, List<DataClass> dataClasses) {
        return tool(tool)
                .withEnum("role", 3, "Affected")
                .with("data_classifications", OcsfDataClass.classifications(dataClasses))
                .toMap();
    }

    /** The tool that is called, with the data found in the call. */
    static Map<String, Object> called(String tool, List<DataClass> dataClasses) {
        return tool(tool)
                .withEnum("role", 1, "Target")
                .with("data_classifications", OcsfDataClass.classifications(dataClasses))
                .toMap();
    }

    private static Attributes tool(String tool) {
        return new Attributes().required("uid", tool).with("name", tool).with("type", "tool");
    }
}
