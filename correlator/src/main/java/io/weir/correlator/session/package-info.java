/** The session lane: events of one session in, alerts out. */
@NullMarked
package io.weir.correlator.session;

import org.jspecify.annotations.NullMarked;
