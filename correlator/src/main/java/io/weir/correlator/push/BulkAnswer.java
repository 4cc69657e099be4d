package io.weir.correlator.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.json.Json;
import java.io.IOException;

/** What a bulk API answers: a success of its own for each event, within a success of the whole. */
final class BulkAnswer {

    private static final int CREATED_BEFORE = 409;
    private static final int TOO_MANY = 429;
    private static final int BAD = 400;
    private static final int SERVER = 500;

    private BulkAnswer() {}

    /** What became of all of them: what is to be sent again has been created once at most. */
    static Receipt receipt(byte[] body) {
        Receipt receipt = Receipt.TAKEN;
        try {
            for (JsonNode item : Json.mapper().readTree(body).path("items")) {
                Receipt one = receipt(item.path("create").path("status").asInt());
                receipt = one.compareTo(receipt) > 0 ? one : receipt;
            }
            return receipt;
        } catch (IOException e) {
            return Receipt.LATER;
        }
    }

    private static Receipt receipt(int status) {
        if (status >= SERVER || status == TOO_MANY) {
            return Receipt.LATER;
        }
        return status < BAD || status == CREATED_BEFORE ? Receipt.TAKEN : Receipt.REFUSED;
    }
}
