package io.weir.scanapi.opinion;

import io.weir.engine.opinion.Brief;
import io.weir.engine.opinion.Opinion;

/** Has an opinion on calls that no rule has decided. Safe to share between threads. */
public interface Adviser {

    /** Nobody is asked. */
    Adviser NONE = new Adviser() {

        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public Opinion ask(Brief brief) {
            return Opinion.NONE;
        }
    };

    /** Whether anybody is asked at all. */
    boolean isOn();

    /** The opinion; where there is none to be had, that people should decide. Never throws. */
    Opinion ask(Brief brief);
}
