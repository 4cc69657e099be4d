package io.weir.scanapi.notice;

import io.weir.schemas.api.IncidentAnswer;
import io.weir.schemas.event.Ticket;

/** Another system in which people work on incidents. Safe to share between threads. */
public interface TicketSystem {

    /** There is none. */
    TicketSystem NONE = new TicketSystem() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public Ticket open(IncidentAnswer incident, String tenant) {
            throw new IllegalStateException("there is no ticket system");
        }
    };

    /** Whether there is one. */
    boolean isOn();

    /**
     * Opens a ticket, and waits for it.
     *
     * @throws io.weir.scanapi.http.Refusal {@code TICKET_REFUSED} where it does not answer with one
     */
    Ticket open(IncidentAnswer incident, String tenant);
}
