/** What other nodes have read: heard of in taints, fetched when a write needs it. */
@NullMarked
package io.weir.scanapi.recall;

import org.jspecify.annotations.NullMarked;
