/** Configuration: one record per module, environment over file over default, every problem reported at once. */
@NullMarked
package io.weir.platform.config;

import org.jspecify.annotations.NullMarked;
