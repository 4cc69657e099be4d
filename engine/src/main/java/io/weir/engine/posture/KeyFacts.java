package io.weir.engine.posture;

/**
 * What the rules ask of a valid key of an agent.
 *
 * @param keyId the key
 * @param name what people call it
 * @param environment of its calls
 * @param createdMillis when it was made, epoch milliseconds
 * @param confined whether it may be sent from some networks only
 * @param silent whether it has made no call in this calendar month and the one before
 * @param covered whether a policy holds in its environment
 */
public record KeyFacts(
        String keyId,
        String name,
        String environment,
        long createdMillis,
        boolean confined,
        boolean silent,
        boolean covered) {}
