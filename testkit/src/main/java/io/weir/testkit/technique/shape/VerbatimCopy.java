package io.weir.testkit.technique.shape;

import io.weir.testkit.technique.Scene;
import io.weir.testkit.technique.Technique;

/** What one tool read stands word for word in the write of another. */
public final class VerbatimCopy implements Technique {

    @Override
    public int number() {
        return 1;
    }

    @Override
    public String name() {
        return "verbatim copy";
    }

    @Override
    public void play(Scene scene) {
        Stolen stolen = Stolen.anything(scene);
        Sending sending = Sending.any(scene).announced(scene);
        sending.send(scene, stolen.carriedIn(scene));
    }
}
