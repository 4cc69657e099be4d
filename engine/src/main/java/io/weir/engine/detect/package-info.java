/** Detectors: pure functions from leaves to detections. */
@NullMarked
package io.weir.engine.detect;

import org.jspecify.annotations.NullMarked;
