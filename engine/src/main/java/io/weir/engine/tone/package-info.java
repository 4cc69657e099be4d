/** What a text asks its reader to do: orders in a response, and wishes in the user's request. */
@NullMarked
package io.weir.engine.tone;

import org.jspecify.annotations.NullMarked;
