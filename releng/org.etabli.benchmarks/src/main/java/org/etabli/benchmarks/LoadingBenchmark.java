package org.etabli.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;

/** From text to something that can decide, once, in a process that has done nothing yet. */
public class LoadingBenchmark {

    @Benchmark
    public Object loadWholeLaw() throws Exception {
        return DerogationTable.loadWholeLaw();
    }

    @Benchmark
    public Object loadOwnLaw() throws Exception {
        return DerogationTable.loadOwnLaw();
    }

    @Benchmark
    public Object loadDmn() throws Exception {
        return DerogationTable.loadDmn();
    }
}
