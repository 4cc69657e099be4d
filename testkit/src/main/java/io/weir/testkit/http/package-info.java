/** Servers that tests post to. */
@NullMarked
package io.weir.testkit.http;

import org.jspecify.annotations.NullMarked;
