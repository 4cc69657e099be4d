package io.weir.testkit.technique;

import java.util.List;

/** A way to carry out what was read: plays it, and the honest traffic that looks like it, from the same choices. */
public interface Technique {

    /** Its number in the reference. */
    int number();

    /** Its name in a few words. */
    String name();

    /**
     * Plays it. What differs between attack and twin is asked of the scene, so that both look the same.
     *
     * @param scene where it is played
     */
    void play(Scene scene);

    /** Kinds of honest traffic that look like it; they take turns. */
    default List<CaseKind> twins() {
        return List.of(CaseKind.UNRELATED, CaseKind.REQUESTED, CaseKind.INSIDE);
    }

    /** Whether content cannot prove it, so that it is reported and not demanded. */
    default boolean isDeclaredGap() {
        return false;
    }

    /** The attack of a seed. */
    default TechniqueCase attack(long seed) {
        return Scene.play(this, seed, CaseKind.ATTACK);
    }

    /** The benign twin of a seed. */
    default TechniqueCase twin(long seed) {
        List<CaseKind> kinds = twins();
        return Scene.play(this, seed, kinds.get((int) Math.floorMod(seed, (long) kinds.size())));
    }
}
