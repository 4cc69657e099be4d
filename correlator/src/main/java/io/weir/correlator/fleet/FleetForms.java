package io.weir.correlator.fleet;

import io.weir.engine.link.FleetDesk;
import io.weir.engine.link.FleetLayout;
import io.weir.engine.link.Form;
import io.weir.engine.link.Forms;
import io.weir.engine.link.LossListener;
import io.weir.messaging.codec.RecordCodec;
import io.weir.schemas.event.Statement;
import io.weir.schemas.event.ToolCallScanned;

/** The forms in which the session and the fleet lane keep calls and statements: those of the topics. */
public final class FleetForms {

    private static final RecordCodec<ToolCallScanned> CALLS = RecordCodec.of(ToolCallScanned.class);
    private static final RecordCodec<Statement> STATEMENTS = RecordCodec.of(Statement.class);

    private FleetForms() {}

    /** The forms. */
    public static Forms session() {
        return new Forms(new Form<>(CALLS::encode, CALLS::decode), new Form<>(STATEMENTS::encode, STATEMENTS::decode));
    }

    /** A desk that stores in these forms. */
    public static FleetDesk desk() {
        return desk(FleetLayout.ONE_GROUP, LossListener.NONE);
    }

    /** A desk that stores in these forms, asks buckets of this layout, and tells of what it leaves out. */
    public static FleetDesk desk(FleetLayout layout, LossListener losses) {
        return new FleetDesk(session(), layout, losses);
    }
}
