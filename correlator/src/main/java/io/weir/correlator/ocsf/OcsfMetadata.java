package io.weir.correlator.ocsf;

import io.weir.engine.audit.RecordOrigin;
import io.weir.schemas.event.Principal;
import java.util.List;
import java.util.Map;

/** The OCSF object {@code metadata}: which schema, which product, which record. */
final class OcsfMetadata {

    /** The one place that says which OCSF version we write. */
    static final String VERSION = "1.8.0";

    private final String productVersion;

    OcsfMetadata(String productVersion) {
        this.productVersion = productVersion;
    }

    /**
     * The object.
     *
     * @param uid id of the OCSF record
     * @param eventCode what kind of event, for routing
     * @param principal who acted
     * @param origin the record that the event was made from
     * @param profiles OCSF profiles whose attributes the event uses
     */
    Map<String, Object> of(
            String uid, String eventCode, Principal principal, RecordOrigin origin, List<String> profiles) {
        return new Attributes()
                .with("version", VERSION)
                .with("product", product())
                .with("profiles", profiles)
                .with("uid", uid)
                .with("event_code", eventCode)
                .with("correlation_uid", principal.sessionId())
                .with("tenant_uid", principal.tenant())
                .with("log_name", origin.topic())
                .with("original_event_uid", origin.toString())
                .toMap();
    }

    private Map<String, Object> product() {
        return new Attributes()
                .with("name", "Weir")
                .with("vendor_name", "Weir")
                .with("version", productVersion)
                .toMap();
    }
}
