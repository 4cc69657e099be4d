package io.weir.engine.link;

/** Hears of what is left out. It counts; what it does never changes what a rule gives. */
@FunctionalInterface
public interface LossListener {

    /** Counts nothing. */
    LossListener NONE = (what, count) -> {};

    /** So many more were left out; called with 0 too. */
    void lost(Loss what, long count);
}
