/** Golden files: texts that people read, kept in the repository and compared. */
@NullMarked
package io.weir.testkit.golden;

import org.jspecify.annotations.NullMarked;
