/** JSON in and out: one mapper for our own records, one strict reader for what strangers send. */
@NullMarked
package io.weir.platform.json;

import org.jspecify.annotations.NullMarked;
