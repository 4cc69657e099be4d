package io.weir.correlator.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.weir.correlator.fleet.AnswerRecord;
import io.weir.correlator.fleet.FleetForms;
import io.weir.correlator.fleet.FleetQuestions;
import io.weir.correlator.record.ReceivedDeserializer;
import io.weir.correlator.session.LossMeters;
import io.weir.correlator.session.ReducerProcessor;
import io.weir.engine.link.FleetAnswer;
import io.weir.engine.link.FleetAnswerForm;
import io.weir.engine.link.FleetIndexRule;
import io.weir.engine.link.FleetPart;
import io.weir.engine.link.FleetPartForm;
import io.weir.engine.link.LossListener;
import io.weir.schemas.topic.Topics;
import java.util.function.Function;
import org.apache.kafka.streams.Topology;

/**
 * Reads of one session and writes of another, over buckets: a session asks, each bucket that knows something answers,
 * the session judges. The buckets are a sub-topology of their own, so they are spread over the fleet of correlators by
 * themselves.
 */
final class FleetLane {

    private FleetLane() {}

    /** Attaches the lane; the guard of events must be there. */
    static void attach(Topology topology, TopologySettings settings, MeterRegistry meters) {
        LossMeters losses = new LossMeters(meters);
        ask(topology, settings, losses);
        index(topology, settings, losses);
    }

    /** Attaches the source of answers, for the session lane. */
    static void attachAnswers(Topology topology, TopologySettings settings) {
        CorrelatorTopology.source(
                topology,
                TopologyNames.FLEET_ANSWERS_SOURCE,
                Topics.FLEET_ANSWERS,
                packed("an answer", FleetAnswerForm::decode),
                settings);
    }

    private static void ask(Topology topology, TopologySettings settings, LossListener losses) {
        topology.addProcessor(
                TopologyNames.FLEET_ASK,
                () -> new FleetQuestions(FleetForms.desk(settings.fleetLayout(), losses)),
                TopologyNames.EVENT_GUARD);
        CorrelatorTopology.<FleetPart>sink(
                topology,
                TopologyNames.FLEET_PARTS_SINK,
                Topics.FLEET_PARTS,
                (topic, part) -> FleetPartForm.encode(part),
                settings,
                TopologyNames.FLEET_ASK);
    }

    private static <T> ReceivedDeserializer<T> packed(String what, Function<byte[], T> decode) {
        return new ReceivedDeserializer<>(bytes -> {
            if (bytes == null) {
                throw new IllegalArgumentException(what + " has no value");
            }
            return decode.apply(bytes);
        });
    }

    private static void index(Topology topology, TopologySettings settings, LossListener losses) {
        CorrelatorTopology.source(
                topology,
                TopologyNames.FLEET_PARTS_SOURCE,
                Topics.FLEET_PARTS,
                packed("a part", FleetPartForm::decode),
                settings);
        topology.addProcessor(
                TopologyNames.FLEET_INDEX,
                () -> new ReducerProcessor<FleetPart, FleetPart, FleetAnswer>(
                        () -> new FleetIndexRule(losses),
                        (record, place) -> record.value(),
                        StateStores.FLEET_STATE,
                        settings.fleetIndexBytesMax(),
                        new AnswerRecord(),
                        settings.commitTime()),
                TopologyNames.FLEET_PARTS_SOURCE);
        topology.addStateStore(StateStores.fleetState(), TopologyNames.FLEET_INDEX);
        CorrelatorTopology.<FleetAnswer>sink(
                topology,
                TopologyNames.FLEET_ANSWERS_SINK,
                Topics.FLEET_ANSWERS,
                (topic, answer) -> FleetAnswerForm.encode(answer),
                settings,
                TopologyNames.FLEET_INDEX);
    }
}
