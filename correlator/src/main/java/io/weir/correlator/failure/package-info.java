/** What happens to records and threads that fail. */
@NullMarked
package io.weir.correlator.failure;

import org.jspecify.annotations.NullMarked;
