/** The agents of each tenant: where they are. */
@NullMarked
package io.weir.scanapi.agent;

import org.jspecify.annotations.NullMarked;
