package io.weir.scanapi.key;

import io.weir.schemas.access.KeyRecord;
import io.weir.schemas.api.EphemeralKeyAnswer;
import io.weir.schemas.api.EphemeralKeyAnswer.CallScope;
import io.weir.schemas.api.KeyAnswer;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns keys into what callers get. */
final class KeyAnswers {

    private KeyAnswers() {}

    /**
     * A key.
     *
     * @param text the key itself, where it was just made
     */
    static KeyAnswer of(KeyState state, KeyStatus status, @Nullable String text) {
        KeyRecord key = state.key();
        return new KeyAnswer(
                text,
                key.keyId(),
                key.kind(),
                key.prefix(),
                key.tenant(),
                key.name(),
                key.environment(),
                key.agentId(),
                key.pinned(),
                key.scopes(),
                key.role(),
                key.bounds(),
                status.word(),
                key.bounds().usesMax() == null ? null : Integer.valueOf(state.usesLeft()),
                text(key.createdMillis()),
                key.createdBy(),
                state.endsMillis() == null ? null : text(state.endsMillis()),
                state.replacedBy(),
                state.addressesRefused());
    }

    /** A short-lived key that was just made. */
    static EphemeralKeyAnswer ofEphemeral(MintedKey minted) {
        KeyRecord key = minted.key();
        return new EphemeralKeyAnswer(
                minted.text(),
                key.keyId(),
                key.prefix(),
                text(Objects.requireNonNull(key.expiresMillis())),
                Objects.requireNonNull(key.bounds().usesMax()),
                new CallScope(key.bounds().tools(), key.bounds().verbs()));
    }

    private static String text(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
