/** Daily budgets of agents, which policies ask for. */
@NullMarked
package io.weir.scanapi.budget;

import org.jspecify.annotations.NullMarked;
