package org.etabli.benchmarks;

import java.io.IOException;

import org.etabli.model.InvalidInputException;
import org.etabli.rules.LawException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The derogation table in each of its forms, over every combination of answers in turn. */
@State(Scope.Thread)
public class SameTableBenchmark {
    private DerogationTable table;
    private int next;

    @Setup
    public void load() throws IOException, InvalidInputException, LawException {
        table = new DerogationTable();
    }

    private int next() {
        next = (next + 1) % table.size();
        return next;
    }

    @Benchmark
    public void wholeLaw(Blackhole hole) {
        ClassificationBenchmark.consume(table.wholeLaw(next()), hole);
    }

    @Benchmark
    public void ownLaw(Blackhole hole) {
        ClassificationBenchmark.consume(table.ownLaw(next()), hole);
    }

    @Benchmark
    public String ownLawClassOnly() {
        return table.ownLawClassOnly(next());
    }

    @Benchmark
    public Object dmn() {
        return table.dmn(next());
    }
}
