package org.etabli.benchmarks;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.kie.dmn.api.core.DMNRuntime;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/**
 * Checks that all forms of the table give the same answers, then times them and prints a line for each. Times and ratios are
 * processor time; the clock's time stands behind in brackets.
 */
public final class Main {
    /** How the product's command line and workbench are started. */
    private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

    private final String logs;
    /** Seconds. Where others take most of the processor, the JVM's compilers need longer until they have nothing left to do. */
    private final int warmUp = (int) Math.clamp(5 * ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), 5, 20);

    private Main(String logs) {
        this.logs = logs;
    }

    /** @param args how the names of the files for JMH's own logs begin */
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        new Main(args[0]).run();
    }

    private void run() throws Exception {
        say("JDK %s told of %d core, one thread, %d s to warm up; processor time, and in brackets the clock's", Runtime.version(),
                Runtime.getRuntime().availableProcessors(), warmUp);
        DerogationTable table = new DerogationTable();
        List<String> disagreements = table.disagreements();
        if (!disagreements.isEmpty()) {
            disagreements.stream().limit(10).forEach(System.err::println);
            System.err.printf("the forms of the table disagree on %d of %d combinations: nothing is timed%n", disagreements.size(), table.size());
            System.exit(1);
        }
        say("%d combinations of answers, and one class for each from the whole law, the table as a law of its own, and DMN: %s", table.size(), table.classes());

        int systems = Inputs.all().size();
        say("");
        classified(systems + " systems in turn, with trace and what-if", classification("server"));
        classified("the same with the JVM's first compiler only, as in the product", classification("client", ONE_COMPILER));

        Time dmn = sameTable("dmn");
        say("");
        say("the derogation table:");
        compared("Apache KIE DMN " + version() + ", class only", dmn, dmn, "µs");
        compared("the table as a law of its own, class only", sameTable("ownLawClassOnly"), dmn, "µs");
        compared("the table as a law of its own, with trace and what-if", sameTable("ownLaw"), dmn, "µs");
        compared("the whole law, with trace and what-if", sameTable("wholeLaw"), dmn, "µs");

        Time loadDmn = loading("loadDmn");
        say("");
        say("loading, once in a new process, class loading included:");
        compared("the table, Apache KIE DMN", loadDmn, loadDmn, "ms");
        compared("the table as a law of its own", loading("loadOwnLaw"), loadDmn, "ms");
        compared("the whole law with its questions", loading("loadWholeLaw"), loadDmn, "ms");
    }

    // --- what is timed ---------------------------------------------------------------------------------------------

    /** Medians of the iterations, which each give a mean over the inputs. */
    private record Time(double processor, Statistics clock) {
    }

    private Time classification(String log, String... jvmArgs) throws RunnerException {
        return time(ClassificationBenchmark.class, "classification", log, warm(Mode.SampleTime).jvmArgsAppend(jvmArgs));
    }

    private Time sameTable(String form) throws RunnerException {
        return time(SameTableBenchmark.class, form, form, warm(Mode.AverageTime));
    }

    private Time loading(String what) throws RunnerException {
        return time(LoadingBenchmark.class, what, what, new OptionsBuilder().mode(Mode.SingleShotTime).timeUnit(TimeUnit.MILLISECONDS)
                .warmupIterations(0).measurementIterations(1).forks(3));
    }

    private ChainedOptionsBuilder warm(Mode mode) {
        return new OptionsBuilder().mode(mode).timeUnit(TimeUnit.MICROSECONDS).forks(2)
                .warmupIterations(warmUp).warmupTime(TimeValue.seconds(1)).measurementIterations(4).measurementTime(TimeValue.seconds(1));
    }

    private Time time(Class<?> benchmark, String method, String log, ChainedOptionsBuilder options) throws RunnerException {
        RunResult result = new Runner(options.include(benchmark.getName() + "." + method + "$").threads(1).addProfiler(CpuTime.class)
                .shouldFailOnError(true).output(logs + "." + log).build()).runSingle();
        return new Time(result.getSecondaryResults().get(CpuTime.LABEL).getStatistics().getPercentile(50), result.getPrimaryResult().getStatistics());
    }

    // --- what is said ----------------------------------------------------------------------------------------------

    private static void classified(String what, Time time) {
        say("%-64s %9.2f µs   (median %.1f, 99 of 100 under %.1f)", what, time.processor, time.clock.getPercentile(50), time.clock.getPercentile(99));
    }

    private static void compared(String what, Time time, Time dmn, String unit) {
        String ratio = time == dmn ? "" : time.processor < dmn.processor ? String.format("%6.1f times as fast as DMN", dmn.processor / time.processor)
                : String.format("%6.1f times as slow as DMN", time.processor / dmn.processor);
        say("  %-62s %9.2f %s   %-27s (%.2f)", what, time.processor, unit, ratio, time.clock.getPercentile(50));
    }

    private static void say(String line, Object... values) {
        System.out.printf(line + "%n", values);
    }

    /** KIE's jars carry their version in their names only. */
    private static String version() throws Exception {
        String jar = Path.of(DMNRuntime.class.getProtectionDomain().getCodeSource().getLocation().toURI()).getFileName().toString();
        return jar.replaceAll("^\\D+-|\\.jar$", "");
    }
}
