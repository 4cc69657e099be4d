/** Policy files of other products, read as policies of ours with the same effect. */
@NullMarked
package io.weir.engine.policy.foreign;

import org.jspecify.annotations.NullMarked;
