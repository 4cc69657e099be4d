/** Policies that come with Weir. */
@NullMarked
package io.weir.engine.policy.pack;

import org.jspecify.annotations.NullMarked;
