package io.weir.schemas.word;

/** How urgently a person should look at an alert. Numbers and captions are OCSF's {@code severity_id}. */
public enum Severity {
    /** Worth keeping, nothing to do. */
    INFORMATIONAL(1, "Informational"),
    /** Look when there is time. */
    LOW(2, "Low"),
    /** Look today. */
    MEDIUM(3, "Medium"),
    /** Look now. */
    HIGH(4, "High"),
    /** Act now. */
    CRITICAL(5, "Critical");

    private final int ocsfId;
    private final String caption;

    Severity(int ocsfId, String caption) {
        this.ocsfId = ocsfId;
        this.caption = caption;
    }

    /** OCSF {@code severity_id}, 1..5. */
    public int ocsfId() {
        return ocsfId;
    }

    /** OCSF {@code severity}. */
    public String caption() {
        return caption;
    }
}
