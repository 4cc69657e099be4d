/** The topology: names, stores, lanes and how they are put together. */
@NullMarked
package io.weir.correlator.topology;

import org.jspecify.annotations.NullMarked;
