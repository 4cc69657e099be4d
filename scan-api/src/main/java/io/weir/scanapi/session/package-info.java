/** Which session a call belongs to, and what this node knows about it. */
@NullMarked
package io.weir.scanapi.session;

import org.jspecify.annotations.NullMarked;
