package io.weir.benchmarks;

import io.weir.engine.detect.Detector;
import io.weir.engine.detect.RuleCatalog;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Wall time of one scan of about 4 KB. On a busy machine, believe {@link BenchMain} instead. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
public class ScanBenchmark {

    private static final int BYTES = 4 << 10;

    /** What the body holds. */
    @Param({"clean", "typical", "dense"})
    private @Nullable String content;

    private @Nullable ScanSubject subject;
    private @Nullable PlainLoop loop;

    /** Makes body, detector and loop. */
    @Setup
    public void prepare() {
        BodyKind kind = BodyKind.valueOf(Objects.requireNonNull(content));
        subject = ScanSubject.of(Detector.standard(), kind.body(BYTES));
        loop = new PlainLoop(RuleCatalog.standard().rules());
    }

    /** The scanner over leaves that are read already. */
    @Benchmark
    public int detect() {
        return Objects.requireNonNull(subject).detect();
    }

    /** Reading and the scanner. */
    @Benchmark
    public int readAndDetect() {
        return Objects.requireNonNull(subject).readAndDetect();
    }

    /** One expression after the other. */
    @Benchmark
    public int plainLoop() {
        return Objects.requireNonNull(loop)
                .count(Objects.requireNonNull(subject).payload());
    }
}
