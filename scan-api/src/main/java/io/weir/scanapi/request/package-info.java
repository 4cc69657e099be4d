/** Requests from outside, checked member by member. */
@NullMarked
package io.weir.scanapi.request;

import org.jspecify.annotations.NullMarked;
