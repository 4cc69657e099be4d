/** What each process needs, whatever it does. */
@NullMarked
package io.weir.platform;

import org.jspecify.annotations.NullMarked;
