package io.weir.correlator.ocsf;

import io.weir.schemas.word.DataClass;
import java.util.List;
import java.util.Map;

/** Our data classes as OCSF data categories and confidentialities. */
enum OcsfDataClass {
    INTERNAL(4, "Business", 2, "Confidential"),
    PII(1, "Personal", 5, "Private"),
    PHI(1, "Personal", 6, "Restricted"),
    SECRETS(6, "Security", 3, "Secret");

    private final int categoryId;
    private final String category;
    private final int confidentialityId;
    private final String confidentiality;

    OcsfDataClass(int categoryId, String category, int confidentialityId, String confidentiality) {
        this.categoryId = categoryId;
        this.category = category;
        this.confidentialityId = confidentialityId;
        this.confidentiality = confidentiality;
    }

    static OcsfDataClass of(DataClass dataClass) {
        return switch (dataClass) {
            case INTERNAL -> INTERNAL;
            case PII -> PII;
            case PHI -> PHI;
            case SECRETS -> SECRETS;
        };
    }

    /** The list {@code data_classifications}, which belongs to the profile of the same name. */
    static List<Map<String, Object>> classifications(List<DataClass> dataClasses) {
        return dataClasses.stream()
                .distinct()
                .map(dataClass -> of(dataClass).addTo(new Attributes()).toMap())
                .toList();
    }

    /** Adds category, confidentiality and the class in our word. */
    Attributes addTo(Attributes attributes) {
        return attributes
                .withEnum("category", categoryId, category)
                .withEnum("confidentiality", confidentialityId, confidentiality)
                .with("classifier_details", Map.of("type", name()));
    }
}
