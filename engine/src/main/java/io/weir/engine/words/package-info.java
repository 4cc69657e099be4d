/** Lists of ordinary words that the judgement reads from resources. */
@NullMarked
package io.weir.engine.words;

import org.jspecify.annotations.NullMarked;
