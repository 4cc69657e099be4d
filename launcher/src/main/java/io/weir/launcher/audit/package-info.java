/** The command that verifies the audit log. */
@NullMarked
package io.weir.launcher.audit;

import org.jspecify.annotations.NullMarked;
