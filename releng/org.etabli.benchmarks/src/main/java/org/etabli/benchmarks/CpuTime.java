package org.etabli.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What an operation costs in processor time, garbage collector and compiler included: the figure that a budget for one core
 * means, and one that does not grow when something else runs on the machine.
 */
public final class CpuTime implements InternalProfiler {
    static final String LABEL = "cpu";
    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private long start;

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        start = SYSTEM.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double nanoseconds = (double) (SYSTEM.getProcessCpuTime() - start) / result.getMetadata().getAllOps();
        return List.of(new ScalarResult(LABEL, nanoseconds / benchmark.getTimeUnit().toNanos(1), benchmark.getTimeUnit() + "/op", AggregationPolicy.AVG));
    }

    @Override
    public String getDescription() {
        return "processor time of the whole process";
    }
}
