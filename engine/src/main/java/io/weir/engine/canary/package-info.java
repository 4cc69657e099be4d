/**
 * Values that nobody should ever send: made under a key, so that they are known by themselves wherever they turn up.
 */
@NullMarked
package io.weir.engine.canary;

import org.jspecify.annotations.NullMarked;
