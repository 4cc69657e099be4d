/** What policies remember of a session, in its state table. */
@NullMarked
package io.weir.engine.policy.memory;

import org.jspecify.annotations.NullMarked;
