package io.weir.e2e.kafka;

import io.weir.messaging.kafka.KafkaConnection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link KafkaConnection} to one cluster that all of them share. Each gets a prefix of its own, so that
 * none sees topics or groups of another.
 */
public final class SharedKafka implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SharedKafka.class);
    private static final AtomicInteger PREFIXES = new AtomicInteger();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == KafkaConnection.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        KafkaCluster cluster = test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        KafkaCluster.class,
                        key -> KafkaChoice.fromSystemProperty().start(),
                        KafkaCluster.class);
        return new KafkaConnection(cluster.bootstrap(), Map.of(), "it" + PREFIXES.incrementAndGet() + ".weir.", 1);
    }
}
