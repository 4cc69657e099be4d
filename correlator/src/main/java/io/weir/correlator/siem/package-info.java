/** OCSF events written as other systems read them. */
@NullMarked
package io.weir.correlator.siem;

import org.jspecify.annotations.NullMarked;
