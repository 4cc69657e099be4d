/** Policy files of any format. */
@NullMarked
package io.weir.engine.policy.file;

import org.jspecify.annotations.NullMarked;
