/** The hash chain that makes the audit log tamper-evident, and its verifier. */
@NullMarked
package io.weir.engine.audit;

import org.jspecify.annotations.NullMarked;
