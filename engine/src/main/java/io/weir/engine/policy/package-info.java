/** Policies: rules of the operator that tighten the judgement, and loosen it where they say so. */
@NullMarked
package io.weir.engine.policy;

import org.jspecify.annotations.NullMarked;
