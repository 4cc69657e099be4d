/**
 * One part of Weir as a process of its own, for containers: {@code weir scan-api}, {@code correlator}, {@code edge}.
 */
@NullMarked
package io.weir.launcher.service;

import org.jspecify.annotations.NullMarked;
