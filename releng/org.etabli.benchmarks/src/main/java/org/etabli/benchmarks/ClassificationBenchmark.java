package org.etabli.benchmarks;

import java.io.IOException;
import java.util.List;

import org.etabli.model.Decision;
import org.etabli.model.InvalidInputException;
import org.etabli.model.Trace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One decision with everything in it, over the examples and cases in turn. */
@State(Scope.Thread)
public class ClassificationBenchmark {
    private List<Inputs.Judged> systems;
    private int next;

    @Setup
    public void load() throws IOException, InvalidInputException {
        systems = Inputs.all();
    }

    @Benchmark
    public void classification(Blackhole hole) {
        Inputs.Judged system = systems.get(next);
        next = (next + 1) % systems.size();
        consume(system.law().decide(system.id(), system.facts(), system.date()), hole);
    }

    /** Reads all of a decision: a part that is made on demand is made here. */
    static void consume(Decision decision, Blackhole hole) {
        hole.consume(decision.classId());
        hole.consume(decision.basis());
        hole.consume(decision.duties());
        hole.consume(decision.frenchLaw());
        hole.consume(decision.missing());
        hole.consume(decision.doubts());
        hole.consume(decision.whatIf());
        hole.consume(decision.receipt().factsSha256());
        for (Trace.Step step : decision.trace().steps())
            hole.consume(step.causes());
    }
}
