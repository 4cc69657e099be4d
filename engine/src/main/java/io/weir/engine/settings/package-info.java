/** What an operator can set about judgement. */
@NullMarked
package io.weir.engine.settings;

import org.jspecify.annotations.NullMarked;
