package io.weir.engine.link;

import io.weir.schemas.word.Tier;
import java.util.List;

/** What a link weighs, and why. */
record LinkScore(double score, Tier tier, List<String> reasons) {}
