/** What one tenant adds to the rules: findings that it allows, and rules of its own, each until a stated time. */
@NullMarked
package io.weir.engine.tenant;

import org.jspecify.annotations.NullMarked;
