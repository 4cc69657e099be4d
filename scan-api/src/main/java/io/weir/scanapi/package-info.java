/** The decision point over HTTP: its configuration, its routes and its one wiring method. */
@NullMarked
package io.weir.scanapi;

import org.jspecify.annotations.NullMarked;
