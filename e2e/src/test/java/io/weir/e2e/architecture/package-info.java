/** The rules inside and between modules, checked on their compiled classes. */
@NullMarked
package io.weir.e2e.architecture;

import org.jspecify.annotations.NullMarked;
