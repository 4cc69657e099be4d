package io.weir.scanapi.export;

/** How decisions are written. */
public enum ExportFormat {
    /** One JSON object with a list. */
    JSON("application/json"),
    /** A JSON object a line. */
    NDJSON("application/x-ndjson"),
    /** Separated values with a heading, RFC 4180. */
    CSV("text/csv"),
    /** Events of Splunk's HTTP event collector, a JSON object a line. */
    SPLUNK("application/x-ndjson"),
    /** Logs of Datadog's intake, a JSON object a line. */
    DATADOG("application/x-ndjson"),
    /** OCSF API Activity, a JSON object a line. */
    OCSF("application/x-ndjson"),
    /** ArcSight Common Event Format, a decision a line. */
    CEF("text/plain; charset=utf-8"),
    /** Elastic Common Schema, a JSON object a line. */
    ECS("application/x-ndjson"),
    /** Audit entries of intent policies, a JSON object a line, and a summary where all are of one session. */
    INTENT("application/x-ndjson");

    private final String contentType;

    ExportFormat(String contentType) {
        this.contentType = contentType;
    }

    /** Media type of the answer. */
    public String contentType() {
        return contentType;
    }
}
