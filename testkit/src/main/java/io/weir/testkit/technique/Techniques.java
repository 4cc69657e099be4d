package io.weir.testkit.technique;

import io.weir.testkit.technique.shape.BackChannel;
import io.weir.testkit.technique.shape.BulkHarvest;
import io.weir.testkit.technique.shape.CustomCipher;
import io.weir.testkit.technique.shape.DelayedByDays;
import io.weir.testkit.technique.shape.DnsLabels;
import io.weir.testkit.technique.shape.Drip;
import io.weir.testkit.technique.shape.EncodedOnce;
import io.weir.testkit.technique.shape.ErrorReflection;
import io.weir.testkit.technique.shape.HandOver;
import io.weir.testkit.technique.shape.HiddenRecipient;
import io.weir.testkit.technique.shape.Laundering;
import io.weir.testkit.technique.shape.MarkdownImage;
import io.weir.testkit.technique.shape.NestedEncodings;
import io.weir.testkit.technique.shape.Paraphrase;
import io.weir.testkit.technique.shape.PartialExcerpt;
import io.weir.testkit.technique.shape.PromptLeak;
import io.weir.testkit.technique.shape.Reshaped;
import io.weir.testkit.technique.shape.SameSystemSink;
import io.weir.testkit.technique.shape.SecretValue;
import io.weir.testkit.technique.shape.ShellCommand;
import io.weir.testkit.technique.shape.SplitDestinations;
import io.weir.testkit.technique.shape.Timing;
import io.weir.testkit.technique.shape.UnicodeTricks;
import io.weir.testkit.technique.shape.UrlComponents;
import io.weir.testkit.technique.shape.VerbatimCopy;
import java.util.List;

/** All techniques, by number. */
public final class Techniques {

    private static final List<Technique> ALL = List.of(
            new VerbatimCopy(),
            new PartialExcerpt(),
            new SecretValue(),
            new SameSystemSink(),
            new EncodedOnce(),
            new NestedEncodings(),
            new UrlComponents(),
            new MarkdownImage(),
            new Drip(),
            new SplitDestinations(),
            new Laundering(),
            new HandOver(),
            new DelayedByDays(),
            new HiddenRecipient(),
            new DnsLabels(),
            new ShellCommand(),
            new BulkHarvest(),
            new UnicodeTricks(),
            new BackChannel(),
            new Reshaped(),
            new ErrorReflection(),
            new PromptLeak(),
            new Paraphrase(),
            new CustomCipher(),
            new Timing());

    private Techniques() {}

    /** All techniques, by number. */
    public static List<Technique> all() {
        return ALL;
    }
}
