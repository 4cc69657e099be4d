/** Who calls: credentials, tenants, and which hosts may be asked for. */
@NullMarked
package io.weir.scanapi.access;

import org.jspecify.annotations.NullMarked;
