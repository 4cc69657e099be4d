/** When what was worked off becomes visible. */
@NullMarked
package io.weir.correlator.commit;

import org.jspecify.annotations.NullMarked;
