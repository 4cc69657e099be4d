/** What people and programs outside are told as it happens, by a signed webhook. */
@NullMarked
package io.weir.scanapi.notice;

import org.jspecify.annotations.NullMarked;
