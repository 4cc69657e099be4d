package io.weir.scanapi.notice;

/** Tells others what happens. Never blocks and never fails; safe to share between threads. */
public interface Notifier {

    /** Tells nobody. */
    Notifier NONE = new Notifier() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public void tell(Notice notice) {}
    };

    /** Whether anybody is told. */
    boolean isOn();

    /** Tells of something, as soon as may be. */
    void tell(Notice notice);
}
