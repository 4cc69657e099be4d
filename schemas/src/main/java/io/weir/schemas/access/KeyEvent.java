package io.weir.schemas.access;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that happened to a key. All nodes read these in the same order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = KeyMinted.class, name = "key_minted"),
    @JsonSubTypes.Type(value = KeyEnded.class, name = "key_ended"),
    @JsonSubTypes.Type(value = KeyUsed.class, name = "key_used")
})
public sealed interface KeyEvent permits KeyMinted, KeyEnded, KeyUsed {

    /** The key. */
    String keyId();

    /** Key of the topic's record: of events with the same one, the last may be all that is kept. */
    String recordKey();
}
